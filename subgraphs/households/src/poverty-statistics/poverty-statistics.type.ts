import { enumType } from "@an-sinh/subgraph-kit/enum-type";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";

export const Boundary = enumType("Boundary", "On which boundaries to count a past year.", {
  AS_RECORDED: "On the boundaries of that year's 31 December: the unit must have existed on that day.",
  CURRENT:
    "On the boundaries of the unit itself, whatever the year: those of today for a unit of today, the last ones for a closed unit. So the merged Bac Ninh has figures before 2025, and Tan Son district has figures after its end.",
});
export type Boundary = keyof typeof Boundary;

@ObjectType("PovertyStatistics", {
  description:
    "Classified households of a unit on 31 December of a year, counted in the register. Rates are percent of all households, to three decimals: 0.56 means 0.56 %.",
})
export class PovertyStatistics {
  @Field(() => Int, { description: "The year. Households are counted at its end." })
  year!: number;

  @Field(() => PovertyStandardEntity, { description: "The standard of the classes." })
  standard!: PovertyStandardEntity;

  @Field(() => Int, {
    description: "All households of the unit, on the register or not. The rates are shares of them.",
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

  /** The unit. The fields that are counted only when they are asked for need it. */
  unitId!: string;

  /** The standard of the classes at the end of the year before. */
  previousStandardId!: string;
}
