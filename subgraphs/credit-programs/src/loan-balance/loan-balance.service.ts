import type { Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { changesBetween, writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";
import { creditTotals } from "../totals.js";
import { isOverpaid, outstandingOn, yearEndsOf, type Repaid } from "./loan-balance.js";

/**
 * Stores what follows from the repayments of these loans: what is outstanding on the day of the bank's
 * figures, and the balances at the ends of years. Returns the ids of the loans of which more was paid back than was
 * lent. Nothing can follow for these.
 */
export async function updateBalances(
  manager: EntityManager,
  loanIds: readonly string[],
): Promise<readonly string[]> {
  const loans = await tableOf(manager, LoanEntity).readBy("id", loanIds);
  return settle(manager, loans, await historyOf(manager, loanIds));
}

/** The same for loans that were just written. Nothing refers to a new loan yet. */
export async function updateBalancesOfWritten(
  manager: EntityManager,
  loans: readonly Change<LoanEntity>[],
): Promise<readonly string[]> {
  const known = loans.filter(({ before }) => before !== null).map(({ after }) => after.id);
  const written = loans.map(({ after }) => after);
  return settle(manager, written, await historyOf(manager, known));
}

/** What is on record of loans, by the loan's id. */
interface History {
  readonly repaid: ReadonlyMap<string, readonly Repaid[]>;
  readonly yearEnds: ReadonlyMap<string, readonly LoanYearEndEntity[]>;
}

async function historyOf(manager: EntityManager, loanIds: readonly string[]): Promise<History> {
  const repayments = tableOf(manager, RepaymentEntity).only("loanId", "paidOn", "principal");
  const yearEnds = tableOf(manager, LoanYearEndEntity);
  return {
    repaid: groupBy(await repayments.readBy("loanId", loanIds), ({ loanId }) => loanId),
    yearEnds: groupBy(await yearEnds.readBy("loanId", loanIds), ({ loanId }) => loanId),
  };
}

async function settle(
  manager: EntityManager,
  loans: readonly LoanEntity[],
  { repaid, yearEnds }: History,
): Promise<readonly string[]> {
  const overpaid: string[] = [];
  const settled: Change<LoanEntity>[] = [];
  const known: LoanYearEndEntity[] = [];
  const balances: LoanYearEndEntity[] = [];
  for (const loan of loans) {
    const repayments = repaid.get(loan.id) ?? [];
    if (isOverpaid(loan, repayments)) {
      overpaid.push(loan.id);
      continue;
    }
    const outstanding = outstandingOn(loan, repayments, loan.balanceOn);
    if (outstanding !== loan.outstanding) settled.push({ before: loan, after: { ...loan, outstanding } });
    const reported = yearEnds.get(loan.id) ?? [];
    known.push(...reported);
    balances.push(...yearEndsOf(loan, repayments, reported));
  }
  await writeChanges(manager, creditTotals, LoanEntity, settled);
  const changes = changesBetween(known, balances, ({ loanId, year }) => `${loanId} ${year}`);
  await writeChanges(manager, creditTotals, LoanYearEndEntity, changes);
  return overpaid;
}
