import { registerEnumType } from "type-graphql";

/**
 * The twelve deprivation indicators of Decree 07/2021/ND-CP, in its order. A review stores them as the
 * bits of a number, EMPLOYMENT being the lowest: append, never reorder.
 */
export const deprivations = [
  "EMPLOYMENT",
  "DEPENDENTS",
  "NUTRITION",
  "HEALTH_INSURANCE",
  "ADULT_EDUCATION",
  "CHILD_SCHOOL_ATTENDANCE",
  "HOUSING_QUALITY",
  "HOUSING_AREA",
  "WATER_SOURCE",
  "LATRINE",
  "TELECOMMUNICATION_USE",
  "INFORMATION_ACCESS_MEANS",
] as const;
export type Deprivation = (typeof deprivations)[number];
export const Deprivation = Object.fromEntries(deprivations.map((name) => [name, name])) as {
  [Name in Deprivation]: Name;
};

registerEnumType(Deprivation, {
  name: "Deprivation",
  description: "What a household lacks: twelve indicators of six basic services (Decree 07/2021/ND-CP).",
  valuesConfig: {
    EMPLOYMENT: { description: "Employment: a member able to work has no job or no steady one." },
    DEPENDENTS: { description: "Employment: more than half of the members depend on others." },
    NUTRITION: { description: "Health: a child is undernourished." },
    HEALTH_INSURANCE: { description: "Health: a member has no health insurance." },
    ADULT_EDUCATION: {
      description: "Education: an adult has not reached the level of schooling set for the age.",
    },
    CHILD_SCHOOL_ATTENDANCE: {
      description: "Education: a child of school age is not at the right level of school.",
    },
    HOUSING_QUALITY: { description: "Housing: the house is not solid." },
    HOUSING_AREA: { description: "Housing: less floor area a person than the minimum." },
    WATER_SOURCE: { description: "Water and sanitation: no safe source of water." },
    LATRINE: { description: "Water and sanitation: no hygienic latrine." },
    TELECOMMUNICATION_USE: { description: "Information: no member uses the internet." },
    INFORMATION_ACCESS_MEANS: {
      description: "Information: no means of access such as a television, phone or computer.",
    },
  },
});

/** The deprivations in a stored number. */
export function deprivationsOf(bits: number): Deprivation[] {
  return deprivations.filter((_, index) => (bits & (1 << index)) !== 0);
}
