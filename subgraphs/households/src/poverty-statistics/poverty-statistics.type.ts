import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

export const Boundary = enumType("Boundary", "On which boundaries to count a past year.", {
  AS_RECORDED: "On the boundaries of that year's 31 December: the unit must have existed on that day.",
  CURRENT:
    "On the unit's own boundaries whatever the year: today's for a unit of today, the last ones for a closed unit. So the merged Bac Ninh has figures before 2025, and Tan Son district after its end.",
});
export type Boundary = keyof typeof Boundary;

@ObjectType("PovertyStatistics", {
  description:
    "Classified households of a unit on 31 December of a year, counted in the register. Rates are percent of all households, to three decimals: 0.56 means 0.56 %.",
})
export class PovertyStatistics {
  @Field(() => Int, { description: "The year at whose end the households are counted." })
  year!: number;

  @Field(() => PovertyStandardEntity, { description: "The standard that the classes are judged by." })
  standard!: PovertyStandardEntity;

  @Field(() => Int, {
    description: "All households of the unit, on the register or not: the denominator of the rates.",
  })
  households!: number;

  @Field(() => Int, { description: "Poor households." })
  poor!: number;

  @Field(() => Int, { description: "Near-poor households." })
  nearPoor!: number;

  @Field(() => Int, { description: "Households that escaped poverty within the last 36 months." })
  newlyEscaped!: number;

  @Field(() => Float, { description: "Poor households in percent of all households, to three decimals." })
  povertyRatePercent!: number;

  @Field(() => Float, {
    description: "Near-poor households in percent of all households, to three decimals.",
  })
  nearPovertyRatePercent!: number;

  /** The unit that was asked about, for the fields that are counted only when asked for. */
  unitId!: string;

  /** The standard that the unit reported by a year earlier; the same where one was asked for. */
  previousStandardId!: string;
}
