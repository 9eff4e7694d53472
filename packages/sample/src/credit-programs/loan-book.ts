import type { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { formerDistrict } from "../administrative-units/named-units.js";
import { lastRegisterDay, type Population } from "../population/population.js";
import { createNumberedRandom, createRandom, type Random } from "../population/random.js";
import { programIdOf } from "./credit-programs.js";
import { contractRate } from "./credit-terms.js";
import { programLoans } from "./household-loans.js";
import { householdPrograms } from "./household-programs.js";
import { housingLoans } from "./housing-loans.js";
import type { LendingNetwork } from "./lending-network.js";
import type { LoanDraft } from "./loan-draft.js";
import {
  drawRepaymentHistory,
  outstandingAt,
  overdueAt,
  statusAt,
  type RepaymentHistory,
  type RepaymentProblem,
} from "./repayment-history.js";
import { socSonLoans } from "./soc-son-loans.js";

/** A loan, and how it was paid back. */
export interface SampleLoan {
  readonly loan: LoanEntity;
  readonly history: RepaymentHistory;
}

/**
 * All loans of the sample: about 20,000 times the scale. Only the contracts are in memory. The repayments are drawn anew
 * whenever the loans are read, always with the same result.
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
      yield drawLoan(draft, index + 1, createNumberedRandom(this.#seed, index));
    }
  }
}

export function* loanRows(book: Iterable<SampleLoan>): Iterable<LoanEntity> {
  for (const { loan } of book) yield loan;
}

function* drafts(population: Population, network: LendingNetwork): Iterable<LoanDraft> {
  const { seed } = population;
  const borrowers = new Set<string>();
  for (const draft of loansAtHome(population, network)) {
    if (draft.householdId !== null) borrowers.add(draft.householdId);
    yield draft;
  }
  yield* housingLoans(population, network, borrowers, createRandom(seed, "housing-loans"));
}

/** The loans to households where they live. */
function* loansAtHome(population: Population, network: LendingNetwork): Iterable<LoanDraft> {
  const { households, scale, seed } = population;
  yield* socSonLoans(population, network, createRandom(seed, "soc-son-loans"));
  const elsewhere = households.filter(
    ({ locality }) => locality.formerDistrictCode !== formerDistrict.socSon,
  );
  for (const program of householdPrograms) {
    const borrowing = { program, loans: program.loans * scale, households: elsewhere };
    yield* programLoans(borrowing, network, createRandom(seed, `loans-${program.code}`));
  }
}

/** The fields are listed one by one: a spread takes most of the time that a large sample needs. */
function drawLoan(draft: LoanDraft, number: number, random: Random): SampleLoan {
  const history = drawRepaymentHistory(draft, drawProblem(draft, random), random);
  const outstanding = outstandingAt(history, lastRegisterDay);
  return {
    history,
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
      overdue: overdueAt(history, lastRegisterDay),
      writtenOff: draft.principal - repaidOf(history) - outstanding,
      balanceOn: lastRegisterDay,
      annualRatePercent: contractRate(draft.program, draft.disbursedOn),
      disbursedOn: draft.disbursedOn,
      dueOn: history.installments.at(-1)?.dueOn ?? draft.disbursedOn,
      status: statusAt(history, lastRegisterDay),
      savingsGroupId: draft.savingsGroupId,
      entrustedOrganization: draft.entrustedOrganization,
      transactionOfficeId: draft.transactionOfficeId,
      lenderName: draft.lenderName,
    },
  };
}

const repaidOf = ({ installments }: RepaymentHistory) =>
  installments.reduce((sum, { amount, paidOn }) => sum + (paidOn === null ? 0 : amount), 0);

/** Most loans have no problem. Loans to newly escaped households get no relief: they may run for 60 months at most. */
function drawProblem({ program, borrowerKind }: LoanDraft, random: Random): RepaymentProblem {
  const chance = random.next();
  if (borrowerKind !== "HOUSEHOLD") return "NONE";
  if (chance < 0.012) return "UNPAID";
  if (program === "NEWLY_ESCAPED_HOUSEHOLDS") return "NONE";
  if (chance < 0.02) return "EXTENDED";
  if (chance < 0.024) return "FROZEN";
  return chance < 0.027 ? "WRITTEN_OFF" : "NONE";
}
