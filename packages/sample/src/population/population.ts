import type { Relationship, Sex } from "@an-sinh/households/person/person.enums";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { AdministrativeGeography } from "../administrative-units/administrative-geography.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import type { MemberDraft } from "./members.js";

/** The years for which the sample has the classes and balances at the end of the year. */
export const registerYears = [2021, 2022, 2023, 2024, 2025] as const;
export type RegisterYear = (typeof registerYears)[number];

/** The last day of the sample. Except for plans and some apartments, nothing in it is later. */
export const lastRegisterDay = lastDayOf(2025);

export interface SamplePerson {
  readonly id: string;
  readonly householdId: string;
  readonly fullName: string;
  readonly identificationNumber: string;
  readonly birthDate: string;
  readonly sex: Sex;
  readonly relationship: Relationship;
  readonly isAlive: boolean;
}

export interface SampleHousehold {
  readonly id: string;
  readonly code: string;
  readonly locality: SampleLocality;
  readonly hamlet: string;
  readonly ethnicGroup: string;
  readonly livelihood: string;
  readonly headId: string;
  /** The head is the first. */
  readonly members: readonly SamplePerson[];
  /** The same people without what identifies them. They are drawn in a third of the time. */
  readonly memberDrafts: readonly MemberDraft[];
  /** The class at the end of each year, by the standard that the province reports by. No entry: not on the poverty register. */
  readonly classAt: Readonly<Partial<Record<RegisterYear, HouseholdClass>>>;
}

/** With this scale the sample has about four million persons. */
export const largestScale = 20;

/** The synthetic people from which every department's rows are made. */
export interface Population {
  readonly localities: readonly SampleLocality[];
  readonly households: readonly SampleHousehold[];
  /** All households of each locality, registered or not, in the order of `registerYears`. */
  readonly householdTotals: readonly HouseholdTotals[];
  readonly geography: AdministrativeGeography;
  /** The register is so many times as large as the published one. */
  readonly scale: number;
  readonly seed: number;
}

interface HouseholdTotals {
  readonly locality: SampleLocality;
  readonly households: readonly number[];
}
