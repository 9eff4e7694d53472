import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Translated } from "@an-sinh/subgraph-kit/languages/translated";
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
  @Title("Số khoản vay")
  @Field(() => Int, {
    nullable: true,
    description: `How many loans were paid out by then, repaid ones included. ${withheldIfSmall}`,
  })
  loans: number | null = 0;

  @Title("Số tiền đã giải ngân")
  @Field(() => VndScalar, { nullable: true, description: `What was paid out by then. ${withheldIfSmall}` })
  drawn: number | null = 0;

  @Title("Số tiền giải ngân trong năm", "Drawn during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The part of it that was paid out during the year. ${withheldIfSmall}`,
  })
  drawnDuringYear: number | null = 0;

  @Title("Dư nợ")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The principal not repaid. Null: the banks' balances of that day are not on record. ${withheldIfSmall}`,
  })
  outstanding: number | null = 0;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one commercial bank lent from the package." })
export class HousingPackageOfBank {
  @Title("Ngân hàng")
  @Field(() => String, { description: "The bank." })
  bank!: string;

  @Title("Cho vay chủ đầu tư", "Lent to developers")
  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  developers: PackageLending = new PackageLending();

  @Title("Cho vay người mua nhà", "Lent to buyers")
  @Field(() => PackageLending, { description: "To people who buy apartments." })
  buyers: PackageLending = new PackageLending();
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "What commercial banks lent from the social-housing credit package (Resolution 33/NQ-CP), by where the projects are built.",
})
export class HousingPackageStatistics {
  @Title("Năm")
  @Field(() => Int, { description: "The year: amounts are those up to its 31 December." })
  year!: number;

  @ListSize(8)
  @Title("Theo ngân hàng")
  @Field(() => [HousingPackageOfBank], {
    description:
      "By bank, in the order of their names. Those of which something is withheld are among them. Empty: no bank lent.",
  })
  byBank!: HousingPackageOfBank[];

  @Title("Cho vay chủ đầu tư", "Lent to developers")
  @Field(() => PackageLending, { description: "To developers of social housing projects." })
  developers!: PackageLending;

  @Title("Cho vay người mua nhà", "Lent to buyers")
  @Field(() => PackageLending, { description: "To people who buy apartments." })
  buyers!: PackageLending;

  @Title("Tổng số")
  @Field(() => PackageLending, { description: "To developers and buyers together." })
  total!: PackageLending;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "The social-housing credit package as a whole, at the end of a year." })
export class HousingPackage {
  @Title("Cho vay")
  @Field(() => HousingPackageStatistics, { description: "What was lent in all provinces on record." })
  lending!: HousingPackageStatistics;

  @Title("Quy mô gói tín dụng", "Volume of the package")
  @Field(() => VndScalar, {
    nullable: true,
    description: "How much the package may lend. Null: not on record for 31 December of the year.",
  })
  volume!: number | null;

  @Translated()
  @Title("Căn cứ của quy mô gói tín dụng", "Legal basis of the volume")
  @Field(() => String, {
    nullable: true,
    description: "The legal act that set the volume. Null: no volume is on record.",
  })
  volumeLegalBasis!: string | null;

  @Title("Tỷ lệ giải ngân (%)", "Drawn (%)")
  @Field(() => Float, {
    nullable: true,
    description:
      "What was drawn in percent of the volume, to three decimals: 0.25 means 0.25 %. Null: no volume is on record, or what was drawn is withheld.",
  })
  get drawnPercent(): number | null {
    return shareOf(this.lending.total.drawn, this.volume);
  }
}
