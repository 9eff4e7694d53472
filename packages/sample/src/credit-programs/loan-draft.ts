import type { BorrowerKind } from "@an-sinh/credit-programs/loan/loan.enums";
import type { EntrustedOrganization } from "@an-sinh/credit-programs/savings-group/savings-group.enums";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { SampleHousehold, SamplePerson } from "../population/population.js";
import type { ProgramCode } from "./credit-programs.js";

/** The contract of a loan, without its repayments. */
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

/** The member who signs for a household: the first living one who is an adult in the whole year. Null: there is none. */
export function signatoryOf({ members }: SampleHousehold, year: number): SamplePerson | null {
  return members.find(({ isAlive, birthDate }) => isAlive && yearOf(birthDate) < year - 18) ?? null;
}

/** The person's age at the end of a year. */
export const ageIn = (year: number, { birthDate }: SamplePerson): number => year - yearOf(birthDate);
