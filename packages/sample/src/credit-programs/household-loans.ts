import { million } from "../population/amounts.js";
import type { SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import type { HouseholdProgram } from "./household-programs.js";
import type { LendingNetwork } from "./lending-network.js";
import { signatoryOf, type LoanDraft } from "./loan-draft.js";

export interface HouseholdLoan {
  readonly household: SampleHousehold;
  readonly program: HouseholdProgram;
  readonly year: number;
  /** Dong. Undefined: an amount that is usual in the program. */
  readonly principal?: number;
}

/** A loan to a household through a savings-and-credit group of its locality. Null: no member may sign. */
export function draftHouseholdLoan(
  { household, program, year, principal }: HouseholdLoan,
  network: LendingNetwork,
  random: Random,
): LoanDraft | null {
  const { locality } = household;
  const borrower = signatoryOf(household, year);
  if (borrower === null) return null;
  const group = random.pick(network.groupsOf(locality));
  const [firstDay, lastDay] = program.season;
  return {
    program: program.code,
    borrowerKind: "HOUSEHOLD",
    householdId: household.id,
    borrowerId: borrower.id,
    projectId: null,
    localityId: locality.id,
    purpose: random.pick(program.purposes),
    principal: principal ?? random.between(...program.millions) * million,
    disbursedOn: dayBetween(random, `${year}-${firstDay}`, `${year}-${lastDay}`),
    termMonths: random.pick(program.termsMonths),
    savingsGroupId: group.id,
    entrustedOrganization: group.entrustedOrganization,
    transactionOfficeId: group.transactionOfficeId,
    lenderName: null,
  };
}

interface Borrowing {
  readonly program: HouseholdProgram;
  readonly households: readonly SampleHousehold[];
  /** The largest number of loans. */
  readonly loans: number;
}

/** Loans of one program. Each household gets one, in a year in which it may borrow. */
export function* programLoans(
  { program, households, loans }: Borrowing,
  network: LendingNetwork,
  random: Random,
): Iterable<LoanDraft> {
  let missing = loans;
  for (const household of random.shuffle(households)) {
    if (missing === 0) return;
    const years = program.yearsFor(household);
    if (years.length === 0) continue;
    const draft = draftHouseholdLoan({ household, program, year: random.pick(years) }, network, random);
    if (draft === null) continue;
    missing--;
    yield draft;
  }
}
