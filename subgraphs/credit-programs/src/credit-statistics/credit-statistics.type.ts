import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { ListSize } from "@an-sinh/subgraph-kit/federation/costs";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";

/** A program's figures in one unit and year. */
@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "What one program lent in a unit." })
export class CreditProgramStatistics {
  programId!: string;

  @About(
    `Số khách hàng còn dư nợ đến ngày 31/12: cá nhân đứng tên vay và chủ đầu tư tính theo dự án. ${withheldInVietnamese}`,
  )
  @Title("Số khách hàng còn dư nợ")
  @Field(() => Int, {
    nullable: true,
    description: `Borrowers with something outstanding on 31 December: persons who signed, and developers by project. ${withheldIfSmall}`,
  })
  borrowers: number | null = 0;

  @About(`Số hộ còn dư nợ đến ngày 31/12. ${withheldInVietnamese}`)
  @Title("Số hộ còn dư nợ", "Borrowing households")
  @Field(() => Int, {
    nullable: true,
    description: `Households with something outstanding on 31 December. ${withheldIfSmall}`,
  })
  households: number | null = 0;

  @About(`Số khoản vay được giải ngân trong năm. ${withheldInVietnamese}`)
  @Title("Số khoản giải ngân trong năm", "Loans disbursed during the year")
  @Field(() => Int, {
    nullable: true,
    description: `How many loans were paid out during the year. ${withheldIfSmall}`,
  })
  disbursedLoans: number | null = 0;

  @Title("Số hộ được vay trong năm", "Households that borrowed during the year")
  @Field(() => Int, {
    nullable: true,
    description: `To how many households loans were paid out during the year. ${withheldIfSmall}`,
  })
  disbursedHouseholds: number | null = 0;

  @About(`Doanh số cho vay trong năm (đồng). ${withheldInVietnamese}`)
  @Title("Doanh số cho vay trong năm", "Disbursed during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was paid out during the year. ${withheldIfSmall}`,
  })
  disbursed: number | null = 0;

  @About(`Dư nợ gốc đến ngày 31/12, gồm cả nợ quá hạn (đồng). ${withheldInVietnamese}`)
  @Title("Dư nợ")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The principal outstanding on 31 December, overdue or not. ${withheldIfSmall}`,
  })
  outstanding: number | null = 0;

  @About(
    `Phần nợ quá hạn trong dư nợ (đồng). Khoản vay quá hạn một phần chỉ tính phần quá hạn. ${withheldInVietnamese}`,
  )
  @Title("Nợ quá hạn")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The part of it that was overdue. A part-overdue loan counts with that part only. ${withheldIfSmall}`,
  })
  overdue: number | null = 0;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({ description: "Loans under credit programs in a unit, as of 31 December of a year." })
export class CreditStatistics {
  @Title("Năm")
  @Field(() => Int, {
    description: "The year. What was paid out is that of the year; balances are those of its 31 December.",
  })
  year!: number;

  @ListSize(25)
  @Title("Chương trình tín dụng", "Credit programs")
  @Field(() => [CreditProgramStatistics], {
    description:
      "By program, for each that lent during the year or had something outstanding at its end, and for each of which that is withheld. Empty: none.",
  })
  programs!: CreditProgramStatistics[];

  @Title("Doanh số cho vay trong năm", "Disbursed during the year")
  @Field(() => VndScalar, {
    nullable: true,
    description: `What was paid out during the year, all programs together. ${withheldIfSmall}`,
  })
  disbursed!: number | null;

  @About(
    `Dư nợ gốc đến ngày 31/12 của tất cả các chương trình, gồm cả cho vay của ngân hàng thương mại (đồng). ${withheldInVietnamese}`,
  )
  @Title("Tổng dư nợ", "Outstanding in all")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The principal outstanding on 31 December, all programs together, those of commercial banks too. ${withheldIfSmall}`,
  })
  outstanding!: number | null;

  @Title("Tổng nợ quá hạn", "Overdue in all")
  @Field(() => VndScalar, {
    nullable: true,
    description: `The overdue part of what was outstanding, all programs together, those of commercial banks too. ${withheldIfSmall}`,
  })
  overdue!: number | null;

  @About(
    `Số hộ còn dư nợ đến ngày 31/12. Hộ vay nhiều chương trình chỉ tính một lần. ${withheldInVietnamese}`,
  )
  @Title("Số hộ còn dư nợ")
  @Field(() => Int, {
    nullable: true,
    description: `How many households have something outstanding on 31 December. One that borrows under several programs counts once. ${withheldIfSmall}`,
  })
  borrowingHouseholds!: number | null;

  @Title("Tỷ lệ nợ quá hạn (%)", "Overdue rate (%)")
  @Field(() => Float, {
    nullable: true,
    description: `What is overdue with the policy bank in percent of what is outstanding with it, to three decimals: 0.25 means 0.25 %. Loans of commercial banks are not in it, though \`outstanding\` and \`overdue\` have them. 0 when nothing was outstanding with the policy bank. ${withheldIfSmall}`,
  })
  overdueRatePercent!: number | null;
}
