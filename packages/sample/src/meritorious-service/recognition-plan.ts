import type { SamplePerson } from "../population/population.js";
import type { CategoryCode } from "./categories.js";

/** How many people the sample recognizes in a category, and who may be. */
export interface RecognitionPlan {
  readonly code: Exclude<CategoryCode, "RELATIVE">;
  /** At scale 1. */
  readonly people: number;
  /** The last year of birth with which the service is plausible. */
  readonly bornBy: number;
  /** First and last year of the decisions. */
  readonly decided: readonly [number, number];
  /** Lowest and highest, where the category is assessed by it. */
  readonly injuryRatePercent?: readonly [number, number];
  /** Issues the decision; the province where it is left out. */
  readonly issuer?: string;
  readonly isFemale?: true;
  /** Recognized after death. */
  readonly isPosthumous?: true;
  /** First and last year in which the people died; they were recognized before. */
  readonly died?: readonly [number, number];
}

const president = "QĐ-CTN";
const primeMinister = "QĐ-TTg";

/**
 * The rarest first, so that the few people old enough are not taken by a larger category. The
 * population has nobody alive who was grown up in 1945.
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

/** War invalids of the years of peace, who have children of school age: drawn last, from young parents. */
export const recentWarInvalids: RecognitionPlan = {
  code: "WAR_INVALID",
  people: 240,
  bornBy: 1995,
  decided: [1998, 2022],
  injuryRatePercent: [21, 60],
};

/** Whether the people of the plan have died. */
export const isOfTheDead = ({ isPosthumous, died }: RecognitionPlan) =>
  isPosthumous === true || died !== undefined;

/** The year in which a person was born. */
export const birthYear = (person: SamplePerson) => Number(person.birthDate.slice(0, 4));
