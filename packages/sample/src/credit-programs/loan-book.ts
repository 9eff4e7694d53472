import type { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import type { Population } from "../population/population.js";
import { createNumberedRandom, createRandom, type Random } from "../population/random.js";
import { programLoans } from "./household-loans.js";
import { householdPrograms } from "./household-programs.js";
import { housingLoans } from "./housing-loans.js";
import type { LendingNetwork } from "./lending-network.js";
import {
  balanceOn,
  loanCourse,
  outstandingAt,
  overdueAt,
  statusAt,
  type LoanCourse,
  type Trouble,
} from "./loan-course.js";
import type { LoanDraft } from "./loan-draft.js";
import { contractRate, programIdOf } from "./program-data.js";
import { socSon, socSonLoans } from "./soc-son-loans.js";

/** A loan and how it was paid back. */
export interface SampleLoan {
  readonly loan: LoanEntity;
  readonly course: LoanCourse;
}

/**
 * All loans of the sample: about 20,000, times the population's scale. Only what was agreed is kept; what
 * became of a loan is drawn again, with the same result, whenever the book is gone through.
 */
export class LoanBook implements Iterable<SampleLoan> {
  readonly #drafts: readonly LoanDraft[];
  readonly #seed: number;

  constructor(population: Population, network: LendingNetwork) {
    this.#drafts = [...drafts(population, network)];
    this.#seed = population.seed ^ 0x27d4eb2f;
  }

  get size(): number {
    return this.#drafts.length;
  }

  *[Symbol.iterator](): Iterator<SampleLoan> {
    for (const [index, draft] of this.#drafts.entries()) {
      yield settle(draft, index + 1, createNumberedRandom(this.#seed, index));
    }
  }
}

export function* loanRows(book: Iterable<SampleLoan>): Iterable<LoanEntity> {
  for (const { loan } of book) yield loan;
}

function* drafts(population: Population, network: LendingNetwork): Iterable<LoanDraft> {
  const { households, scale, seed } = population;
  yield* socSonLoans(population, network, createRandom(seed, "soc-son-loans"));
  const elsewhere = households.filter(({ locality }) => locality.formerDistrictCode !== socSon);
  for (const program of householdPrograms) {
    const borrowing = { program, loans: program.loans * scale, households: elsewhere };
    yield* programLoans(borrowing, network, createRandom(seed, `loans-${program.code}`));
  }
  yield* housingLoans(population, network, createRandom(seed, "housing-loans"));
}

/** Field by field: a spread would take most of the time that a large sample needs. */
function settle(draft: LoanDraft, number: number, random: Random): SampleLoan {
  const course = loanCourse(draft, troubleOf(draft, random), random);
  const outstanding = outstandingAt(course, balanceOn);
  return {
    course,
    loan: {
      id: `ln-${String(number).padStart(6, "0")}`,
      programId: programIdOf(draft.program),
      borrowerKind: draft.borrowerKind,
      householdId: draft.householdId,
      borrowerId: draft.borrowerId,
      projectId: draft.projectId,
      localityId: draft.localityId,
      purpose: draft.purpose,
      principal: draft.principal,
      outstanding,
      overdue: overdueAt(course, balanceOn),
      writtenOff: draft.principal - repaidOf(course) - outstanding,
      balanceOn,
      annualRatePercent: contractRate(draft.program, draft.disbursedOn),
      disbursedOn: draft.disbursedOn,
      dueOn: course.installments.at(-1)?.dueOn ?? draft.disbursedOn,
      status: statusAt(course, balanceOn),
      savingsGroupId: draft.savingsGroupId,
      entrustedOrganization: draft.entrustedOrganization,
      transactionOfficeId: draft.transactionOfficeId,
      lenderName: draft.lenderName,
    },
  };
}

const repaidOf = ({ installments }: LoanCourse) =>
  installments.reduce((sum, { amount, paidOn }) => sum + (paidOn === null ? 0 : amount), 0);

/** Most loans are paid as agreed. Loans that may not run longer than 60 months are not put off. */
function troubleOf({ program, borrowerKind }: LoanDraft, random: Random): Trouble {
  const chance = random.next();
  if (borrowerKind !== "HOUSEHOLD") return "NONE";
  if (chance < 0.012) return "UNPAID";
  if (program === "NEWLY_ESCAPED_HOUSEHOLDS") return "NONE";
  if (chance < 0.02) return "EXTENDED";
  if (chance < 0.024) return "FROZEN";
  return chance < 0.027 ? "WRITTEN_OFF" : "NONE";
}
