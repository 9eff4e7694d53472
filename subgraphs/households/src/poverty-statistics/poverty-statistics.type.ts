import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { withheldIfSmall, withheldInVietnamese } from "@an-sinh/territory/small-cells/cells";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

export const Boundary = enumType("Boundary", "On which boundaries to count a past year.", {
  AS_RECORDED: {
    vi: "Theo địa giới tại thời điểm thống kê",
    description: "On the boundaries of that year's 31 December: the unit must have existed on that day.",
  },
  CURRENT: {
    vi: "Theo địa giới của chính đơn vị",
    description:
      "On the boundaries of the unit itself, whatever the year: those of today for a unit of today, the last ones for a closed unit. So the merged Bac Ninh has figures before 2025, and Tan Son district has figures after its end.",
  },
});
export type Boundary = keyof typeof Boundary;

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("PovertyStatistics", {
  description:
    "Classified households of a unit at the end of a year, as that year's review decided, counted in the register. Rates are percent of all households, to three decimals: 0.56 means 0.56 %.",
})
export class PovertyStatistics {
  @About("Năm số liệu; số hộ tính tại thời điểm cuối năm.")
  @Title("Năm")
  @Field(() => Int, { description: "The year. Households are counted at its end." })
  year!: number;

  @Title("Chuẩn nghèo", "Poverty standard")
  @Field(() => PovertyStandardEntity, {
    description: "The standard of the classes: the one under which the year's review was held.",
  })
  standard!: PovertyStandardEntity;

  @About(
    "Ngày xác định phân loại hộ: 31/12, hoặc 01/01 năm sau nếu rà soát được thực hiện trước theo chuẩn nghèo mới. Ví dụ: cuối năm 2021 tính theo chuẩn có hiệu lực từ 01/01/2022 (Nghị định số 07/2021/NĐ-CP).",
  )
  @Title("Thời điểm thống kê")
  @Field(() => DateScalar, {
    description:
      "The day whose classes are counted: 31 December, or the next 1 January if the year's review was held in advance under a standard that was not in force before. So the end of 2021 counts by the standard in force from 2022-01-01 (Decree 07/2021/ND-CP).",
  })
  countedOn!: string;

  @About(`Tổng số hộ dân cư của đơn vị; các tỷ lệ được tính trên số này. ${withheldInVietnamese}`)
  @Title("Tổng số hộ", "All households")
  @Field(() => Int, {
    nullable: true,
    description: `All households of the unit, on the register or not. The rates are shares of them. ${withheldIfSmall}`,
  })
  households!: number | null;

  @About(`Số hộ nghèo. ${withheldInVietnamese}`)
  @Title("Hộ nghèo", "Poor households")
  @Field(() => Int, {
    nullable: true,
    description: `Poor households. ${withheldIfSmall}`,
  })
  poor!: number | null;

  @About(`Số hộ cận nghèo. ${withheldInVietnamese}`)
  @Title("Hộ cận nghèo", "Near-poor households")
  @Field(() => Int, {
    nullable: true,
    description: `Near-poor households. ${withheldIfSmall}`,
  })
  nearPoor!: number | null;

  @About(
    `Số hộ mới thoát nghèo: đã ra khỏi danh sách hộ nghèo, hộ cận nghèo trong vòng 36 tháng (Quyết định số 28/2015/QĐ-TTg). ${withheldInVietnamese}`,
  )
  @Title("Hộ mới thoát nghèo", "Newly escaped households")
  @Field(() => Int, {
    nullable: true,
    description: `Newly escaped households: they were on the list of the poor or near-poor, are on neither now, and left it within the last 36 months (Decision 28/2015/QD-TTg). escapedDuringYear counts by the same definition who joined them in the year. ${withheldIfSmall}`,
  })
  newlyEscaped!: number | null;

  @About(`Tỷ lệ hộ nghèo trên tổng số hộ dân cư (%), đến ba chữ số thập phân. ${withheldInVietnamese}`)
  @Title("Tỷ lệ hộ nghèo (%)", "Poverty rate (%)")
  @Field(() => Float, {
    nullable: true,
    description: `Poor households in percent of all households, to three decimals. ${withheldIfSmall}`,
  })
  povertyRatePercent!: number | null;

  @About(`Tỷ lệ hộ cận nghèo trên tổng số hộ dân cư (%), đến ba chữ số thập phân. ${withheldInVietnamese}`)
  @Title("Tỷ lệ hộ cận nghèo (%)", "Near-poverty rate (%)")
  @Field(() => Float, {
    nullable: true,
    description: `Near-poor households in percent of all households, to three decimals. ${withheldIfSmall}`,
  })
  nearPovertyRatePercent!: number | null;

  /** The unit. The fields that are counted only when they are asked for need it. */
  unitId!: string;

  /** The standard of the classes at the end of the year before. */
  previousStandardId!: string;

  /** Whether the question names the standard. */
  isStandardChosen!: boolean;
}

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType({
  description:
    "Poverty among households whose ethnic group is not the Kinh. A household without an ethnic group on record is not among them.",
})
export class EthnicMinorityPoverty {
  @Title("Số hộ dân tộc thiểu số", "Ethnic minority households")
  @Field(() => Int, {
    nullable: true,
    description: `All households of ethnic minorities, on the register or not. The rate is a share of them. ${withheldIfSmall}`,
  })
  households!: number | null;

  @Title("Hộ nghèo dân tộc thiểu số", "Poor ethnic minority households")
  @Field(() => Int, {
    nullable: true,
    description: `Poor households among them. ${withheldIfSmall}`,
  })
  poor!: number | null;

  @Title("Hộ cận nghèo dân tộc thiểu số", "Near-poor ethnic minority households")
  @Field(() => Int, {
    nullable: true,
    description: `Near-poor households among them. ${withheldIfSmall}`,
  })
  nearPoor!: number | null;

  @Title("Tỷ lệ hộ nghèo dân tộc thiểu số (%)", "Poverty rate of ethnic minorities (%)")
  @Field(() => Float, {
    nullable: true,
    description: `Poor households in percent of all households of ethnic minorities, to three decimals. ${withheldIfSmall}`,
  })
  povertyRatePercent!: number | null;
}
