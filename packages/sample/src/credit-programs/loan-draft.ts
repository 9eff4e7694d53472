import type { BorrowerKind } from "@an-sinh/credit-programs/loan/loan.enums";
import type { EntrustedOrganization } from "@an-sinh/credit-programs/savings-group/savings-group.enums";
import type { SampleHousehold, SamplePerson } from "../population/population.js";
import type { ProgramCode } from "./program-data.js";

/** A loan as it was agreed; what became of it comes later. */
export interface LoanDraft {
  readonly program: ProgramCode;
  readonly borrowerKind: BorrowerKind;
  readonly householdId: string | null;
  readonly borrowerId: string | null;
  readonly projectId: string | null;
  readonly localityId: string;
  readonly purpose: string;
  readonly principal: number;
  readonly disbursedOn: string;
  readonly termMonths: number;
  readonly savingsGroupId: string | null;
  readonly entrustedOrganization: EntrustedOrganization | null;
  readonly transactionOfficeId: string | null;
  readonly lenderName: string | null;
}

const yearOf = (day: string) => Number(day.slice(0, 4));

/** Who signs for a household: its first living member who is an adult throughout the year. Null: there is none. */
export function signatoryOf({ members }: SampleHousehold, year: number): SamplePerson | null {
  return members.find(({ isAlive, birthDate }) => isAlive && yearOf(birthDate) < year - 18) ?? null;
}

/** The person's age at the end of a year. */
export const ageIn = (year: number, { birthDate }: SamplePerson): number => year - yearOf(birthDate);
