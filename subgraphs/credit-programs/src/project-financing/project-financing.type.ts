import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description: "Loans of the social-housing credit package to one kind of borrower of a project.",
})
export class PackageLoans {
  @Field(() => Int, { description: "How many loans were paid out, repaid ones included." })
  count: number = 0;

  @Field(() => VndScalar, { description: "What was lent." })
  principal: number = 0;

  @Field(() => VndScalar, { description: "The principal not repaid, as of the banks' last balance." })
  outstanding: number = 0;
}

const buyers = {
  nullable: true,
  description: `Loans to people who buy apartments of the project. They are shown to officials of the place, and to others where there are none. ${withheldIfSmall}`,
};

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one commercial bank lent to a social housing project." })
export class ProjectFinancingOfBank {
  @Field(() => String, { description: "The bank." })
  bank!: string;

  @Field(() => PackageLoans, { description: "Loans to the developer." })
  developerLoans: PackageLoans = new PackageLoans();

  @Field(() => PackageLoans, buyers)
  buyerLoans: PackageLoans | null = new PackageLoans();
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "How a social housing project draws on the credit package of commercial banks (Resolution 33/NQ-CP).",
})
export class ProjectFinancing {
  @Field(() => PackageLoans, { description: "Loans to the developer." })
  developerLoans: PackageLoans = new PackageLoans();

  @Field(() => PackageLoans, buyers)
  buyerLoans: PackageLoans | null = new PackageLoans();

  @ListSize(4)
  @Field(() => [ProjectFinancingOfBank], {
    description: "The same by bank, in the order of their names. Empty: no bank lent.",
  })
  byBank: ProjectFinancingOfBank[] = [];
}
