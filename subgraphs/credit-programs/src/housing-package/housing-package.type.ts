import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { percent } from "@an-sinh/subgraph-kit/shares";
import { Field, Float, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "Loans of the social-housing credit package to one kind of borrower, up to 31 December of a year.",
})
export class PackageLending {
  @Field(() => Int, { description: "How many loans were paid out by then, repaid ones included." })
  loans: number = 0;

  @Field(() => VndScalar, { description: "What was paid out by then." })
  drawn: number = 0;

  @Field(() => VndScalar, { description: "The part of it that was paid out during the year." })
  drawnDuringYear: number = 0;

  @Field(() => VndScalar, {
    nullable: true,
    description: "The principal not repaid. Null: the banks' balances of that day are not on record.",
  })
  outstanding: number | null = 0;
}

/** Adds the loans to two kinds of borrowers. `outstanding` is null where it is null for one of them. */
function together(one: PackageLending, other: PackageLending): PackageLending {
  return Object.assign(new PackageLending(), {
    loans: one.loans + other.loans,
    drawn: one.drawn + other.drawn,
    drawnDuringYear: one.drawnDuringYear + other.drawnDuringYear,
    outstanding:
      one.outstanding === null || other.outstanding === null ? null : one.outstanding + other.outstanding,
  });
}

@ObjectType({ description: "What one commercial bank lent from the package." })
export class HousingPackageOfBank {
  @Field(() => String, { description: "The bank." })
  bank!: string;

  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  developers: PackageLending = new PackageLending();

  @Field(() => PackageLending, { description: "To people who buy apartments." })
  buyers: PackageLending = new PackageLending();
}

@ObjectType({
  description:
    "What commercial banks lent from the social-housing credit package (Resolution 33/NQ-CP), by where the projects are built.",
})
export class HousingPackageStatistics {
  constructor(year: number, banks: HousingPackageOfBank[]) {
    this.year = year;
    this.byBank = banks;
  }

  @Field(() => Int, { description: "The year: amounts are those up to its 31 December." })
  year: number;

  @ListSize(8)
  @Field(() => [HousingPackageOfBank], {
    description: "By bank, in the order of their names. Empty: no bank lent.",
  })
  byBank: HousingPackageOfBank[];

  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  get developers(): PackageLending {
    return this.byBank.reduce((sum, bank) => together(sum, bank.developers), new PackageLending());
  }

  @Field(() => PackageLending, { description: "To people who buy apartments." })
  get buyers(): PackageLending {
    return this.byBank.reduce((sum, bank) => together(sum, bank.buyers), new PackageLending());
  }

  @Field(() => PackageLending, { description: "To developers and buyers together." })
  get total(): PackageLending {
    return together(this.developers, this.buyers);
  }
}

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
      "What was drawn in percent of the volume, to three decimals: 0.25 means 0.25 %. Null: no volume is on record.",
  })
  get drawnPercent(): number | null {
    return this.volume === null ? null : percent(this.lending.total.drawn, this.volume);
  }
}
