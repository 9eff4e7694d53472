import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { SamplePerson } from "../population/population.js";
import type { CategoryCode } from "./categories.js";

/** How many people the sample recognizes in a category, and which people. */
export interface RecognitionPlan {
  readonly code: Exclude<CategoryCode, "RELATIVE">;
  /** At scale 1. */
  readonly people: number;
  /** The latest year of birth. */
  readonly bornBy: number;
  /** The first and the last year of the decisions. */
  readonly decided: readonly [number, number];
  /** The lowest and the highest rate. Undefined: the category does not depend on injuries. */
  readonly injuryRatePercent?: readonly [number, number];
  /** The ending of the decision's number, which stands for the authority. Undefined: the province's. */
  readonly issuer?: string;
  readonly isFemale?: true;
  /** They were recognized after death. */
  readonly isPosthumous?: true;
  /** The first and the last year in which they died, after the recognition. Undefined: they live, or are posthumous. */
  readonly died?: readonly [number, number];
}

const president = "QĐ-CTN";
const primeMinister = "QĐ-TTg";

/**
 * The categories with the fewest possible people come first, so that no other category takes these people. Nobody in the
 * population who is alive was an adult in 1945, so all revolutionaries before 1945 and of 1945 have died.
 */
export const recognitionPlans: readonly RecognitionPlan[] = [
  { code: "REVOLUTIONARY_BEFORE_1945", people: 20, bornBy: 1929, decided: [1995, 2002], died: [2003, 2025] },
  { code: "REVOLUTIONARY_1945", people: 45, bornBy: 1932, decided: [1995, 2002], died: [2003, 2025] },
  {
    code: "HEROIC_MOTHER",
    people: 160,
    bornBy: 1946,
    decided: [1994, 2025],
    isFemale: true,
    issuer: president,
  },
  { code: "ARMED_FORCES_HERO", people: 30, bornBy: 1956, decided: [1968, 2015], issuer: president },
  { code: "LABOR_HERO", people: 18, bornBy: 1954, decided: [1968, 1990], issuer: president },
  {
    code: "MARTYR",
    people: 1300,
    bornBy: 1968,
    decided: [1955, 1992],
    isPosthumous: true,
    issuer: primeMinister,
  },
  { code: "IMPRISONED_REVOLUTIONARY", people: 260, bornBy: 1957, decided: [1996, 2020] },
  { code: "REVOLUTION_HELPER", people: 320, bornBy: 1955, decided: [1996, 2022] },
  { code: "SICK_SOLDIER", people: 480, bornBy: 1967, decided: [1978, 2008], injuryRatePercent: [41, 90] },
  {
    code: "TOXIC_CHEMICAL_VICTIM",
    people: 900,
    bornBy: 1957,
    decided: [2001, 2025],
    injuryRatePercent: [21, 91],
  },
  {
    code: "WAR_INVALID",
    people: 250,
    bornBy: 1960,
    decided: [1976, 2008],
    died: [2012, 2025],
    injuryRatePercent: [41, 95],
  },
  { code: "WAR_INVALID", people: 1700, bornBy: 1968, decided: [1976, 2010], injuryRatePercent: [21, 95] },
  { code: "RESISTANCE_ACTIVIST", people: 1700, bornBy: 1957, decided: [1996, 2025] },
];

/** War invalids after the wars. They have children of school age, and are chosen last, among young parents. */
export const recentWarInvalids: RecognitionPlan = {
  code: "WAR_INVALID",
  people: 240,
  bornBy: 1995,
  decided: [1998, 2022],
  injuryRatePercent: [21, 60],
};

/** Whether the people of the plan have died. */
export const areDeceased = ({ isPosthumous, died }: RecognitionPlan) =>
  isPosthumous === true || died !== undefined;

/** The year in which a person was born. */
export const birthYear = (person: SamplePerson) => yearOf(person.birthDate);
