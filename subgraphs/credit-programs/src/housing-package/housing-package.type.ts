import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { withheldIfSmall } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "Loans of the social-housing credit package to one kind of borrower, up to 31 December of a year. Only numbers of people are withheld: those of developers never are.",
})
export class PackageLending {
  @Field(() => Int, {
    nullable: true,
    description: `How many loans were paid out by then, repaid ones included. ${withheldIfSmall}`,
  })
  loans: number | null = 0;

  @Field(() => VndScalar, { nullable: true, description: `What was paid out by then. ${withheldIfSmall}` })
  drawn: number | null = 0;

  @Field(() => VndScalar, {
    nullable: true,
    description: `The part of it that was paid out during the year. ${withheldIfSmall}`,
  })
  drawnDuringYear: number | null = 0;

  @Field(() => VndScalar, {
    nullable: true,
    description: `The principal not repaid. Null: the banks' balances of that day are not on record. ${withheldIfSmall}`,
  })
  outstanding: number | null = 0;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one commercial bank lent from the package." })
export class HousingPackageOfBank {
  @Field(() => String, { description: "The bank." })
  bank!: string;

  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  developers: PackageLending = new PackageLending();

  @Field(() => PackageLending, { description: "To people who buy apartments." })
  buyers: PackageLending = new PackageLending();
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "What commercial banks lent from the social-housing credit package (Resolution 33/NQ-CP), by where the projects are built.",
})
export class HousingPackageStatistics {
  @Field(() => Int, { description: "The year: amounts are those up to its 31 December." })
  year!: number;

  @ListSize(8)
  @Field(() => [HousingPackageOfBank], {
    description:
      "By bank, in the order of their names. Those of which something is withheld are among them. Empty: no bank lent.",
  })
  byBank!: HousingPackageOfBank[];

  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  developers!: PackageLending;

  @Field(() => PackageLending, { description: "To people who buy apartments." })
  buyers!: PackageLending;

  @Field(() => PackageLending, { description: "To developers and buyers together." })
  total!: PackageLending;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The social-housing credit package as a whole, at the end of a year." })
export class HousingPackage {
  @Field(() => HousingPackageStatistics, { description: "What was lent in all provinces on record." })
  lending!: HousingPackageStatistics;

  @Field(() => VndScalar, {
    nullable: true,
    description: "How much the package may lend. Null: not on record for 31 December of the year.",
  })
  volume!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The legal act that set the volume. Null: no volume is on record.",
  })
  volumeLegalBasis!: string | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "What was drawn in percent of the volume, to three decimals: 0.25 means 0.25 %. Null: no volume is on record, or what was drawn is withheld.",
  })
  get drawnPercent(): number | null {
    return shareOf(this.lending.total.drawn, this.volume);
  }
}
