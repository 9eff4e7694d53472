import { enumType } from "@an-sinh/subgraph-kit/enum-type";

/**
 * The twelve deprivation indicators of Decree 07/2021/ND-CP, in its order. A review stores them as the bits of a
 * number, and EMPLOYMENT is the lowest bit. Append new indicators at the end, and never change the order.
 */
export const Deprivation = enumType(
  "Deprivation",
  "What a household lacks: twelve indicators of six basic services (Decree 07/2021/ND-CP).",
  {
    EMPLOYMENT: "Employment: a member able to work has no job or no steady one.",
    DEPENDENTS: "Employment: more than half of the members depend on others.",
    NUTRITION: "Health: a child is undernourished.",
    HEALTH_INSURANCE: "Health: a member has no health insurance.",
    ADULT_EDUCATION: "Education: an adult has not reached the level of schooling set for the age.",
    CHILD_SCHOOL_ATTENDANCE: "Education: a child of school age is not at the right level of school.",
    HOUSING_QUALITY: "Housing: the house is not solid.",
    HOUSING_AREA: "Housing: less floor area a person than the minimum.",
    WATER_SOURCE: "Water and sanitation: no safe source of water.",
    LATRINE: "Water and sanitation: no hygienic latrine.",
    TELECOMMUNICATION_USE: "Information: no member uses the internet.",
    INFORMATION_ACCESS_MEANS: "Information: no means of access such as a television, phone or computer.",
  },
);
export type Deprivation = keyof typeof Deprivation;

export const deprivations = Object.values(Deprivation);

/** The deprivations in a stored number. */
export function deprivationsOf(bits: number): Deprivation[] {
  return deprivations.filter((_, index) => (bits & (1 << index)) !== 0);
}
