import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Field, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description: "Loans of the social-housing credit package to one kind of borrower of a project.",
})
export class PackageLoans {
  @About("Số khoản vay đã giải ngân, gồm cả khoản đã trả hết.")
  @Title("Số khoản vay", "Loans")
  @Field(() => Int, { description: "How many loans were paid out, repaid ones included." })
  count: number = 0;

  @About("Số tiền đã cho vay (đồng).")
  @Title("Số tiền vay")
  @Field(() => VndScalar, { description: "What was lent." })
  principal: number = 0;

  @About("Dư nợ gốc theo số dư gần nhất của các ngân hàng (đồng).")
  @Title("Dư nợ")
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
  @Title("Ngân hàng")
  @Field(() => String, { description: "The bank." })
  bank!: string;

  @Title("Cho vay chủ đầu tư", "Loans to the developer")
  @Field(() => PackageLoans, { description: "Loans to the developer." })
  developerLoans: PackageLoans = new PackageLoans();

  @Title("Cho vay người mua nhà", "Loans to buyers")
  @Field(() => PackageLoans, buyers)
  buyerLoans: PackageLoans | null = new PackageLoans();
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "How a social housing project draws on the credit package of commercial banks (Resolution 33/NQ-CP).",
})
export class ProjectFinancing {
  @Title("Cho vay chủ đầu tư", "Loans to the developer")
  @Field(() => PackageLoans, { description: "Loans to the developer." })
  developerLoans: PackageLoans = new PackageLoans();

  @Title("Cho vay người mua nhà", "Loans to buyers")
  @Field(() => PackageLoans, buyers)
  buyerLoans: PackageLoans | null = new PackageLoans();

  @ListSize(4)
  @Title("Theo ngân hàng")
  @Field(() => [ProjectFinancingOfBank], {
    description: "The same by bank, in the order of their names. Empty: no bank lent.",
  })
  byBank: ProjectFinancingOfBank[] = [];
}
