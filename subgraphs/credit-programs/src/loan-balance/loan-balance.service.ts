import type { Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { changesBetween, writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";
import { creditTotals } from "../totals.js";
import {
  isOverpaid,
  isReported,
  outstandingOn,
  yearEndsOf,
  type Repaid,
  type Report,
} from "./loan-balance.js";
import { LoanYearEndReportEntity } from "./loan-year-end-report.entity.js";

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
  const unchanged = loans.map((loan) => ({ before: loan, after: loan }));
  return settle(manager, unchanged, await historyOf(manager, loanIds));
}

/** The same for loans that were just written. Nothing refers to a new loan yet. */
export async function updateBalancesOfWritten(
  manager: EntityManager,
  loans: readonly Change<LoanEntity>[],
): Promise<readonly string[]> {
  const known = loans.filter(({ before }) => before !== null).map(({ after }) => after.id);
  return settle(manager, loans, await historyOf(manager, known));
}

/** What is on record of loans, by the loan's id. */
interface History {
  readonly repaid: ReadonlyMap<string, readonly Repaid[]>;
  readonly yearEnds: ReadonlyMap<string, readonly LoanYearEndEntity[]>;
  readonly reports: ReadonlyMap<string, readonly LoanYearEndReportEntity[]>;
}

async function historyOf(manager: EntityManager, loanIds: readonly string[]): Promise<History> {
  const repayments = tableOf(manager, RepaymentEntity).only("loanId", "paidOn", "principal");
  const yearEnds = tableOf(manager, LoanYearEndEntity);
  const reports = tableOf(manager, LoanYearEndReportEntity);
  return {
    repaid: groupBy(await repayments.readBy("loanId", loanIds), ({ loanId }) => loanId),
    yearEnds: groupBy(await yearEnds.readBy("loanId", loanIds), ({ loanId }) => loanId),
    reports: groupBy(await reports.readBy("loanId", loanIds), ({ loanId }) => loanId),
  };
}

/** What is on record, and what takes its place. */
class Replaced<Row extends { readonly loanId: string; readonly year: number }> {
  private readonly before: Row[] = [];
  private readonly after: Row[] = [];

  add(before: readonly Row[], after: readonly Row[]): void {
    this.before.push(...before);
    this.after.push(...after);
  }

  changes() {
    return changesBetween(this.before, this.after, ({ loanId, year }) => `${loanId} ${year}`);
  }
}

async function settle(
  manager: EntityManager,
  loans: readonly Change<LoanEntity>[],
  { repaid, yearEnds, reports }: History,
): Promise<readonly string[]> {
  const overpaid: string[] = [];
  const settled: Change<LoanEntity>[] = [];
  const balances = new Replaced<LoanYearEndEntity>();
  const hidden = new Replaced<LoanYearEndReportEntity>();
  for (const { before, after: loan } of loans) {
    const repayments = repaid.get(loan.id) ?? [];
    if (isOverpaid(loan, repayments)) {
      overpaid.push(loan.id);
      continue;
    }
    const outstanding = outstandingOn(loan, repayments, loan.balanceOn);
    if (outstanding !== loan.outstanding) settled.push({ before: loan, after: { ...loan, outstanding } });
    const known = yearEnds.get(loan.id) ?? [];
    const kept = reports.get(loan.id) ?? [];
    const reported = [...kept, ...reportedIn(before ?? loan, known, kept)];
    const next = yearEndsOf(loan, repayments, reported);
    balances.add(known, next);
    hidden.add(
      kept,
      reported.filter((report) => !isShown(report, next)),
    );
  }
  await writeChanges(manager, creditTotals, LoanEntity, settled);
  await writeChanges(manager, creditTotals, LoanYearEndEntity, balances.changes());
  await writeChanges(manager, [], LoanYearEndReportEntity, hidden.changes());
  return overpaid;
}

/** What the bank reported, as far as the balances on record show it. */
const reportedIn = (
  loan: LoanEntity,
  known: readonly LoanYearEndEntity[],
  kept: readonly Report[],
): Report[] =>
  known
    .filter((row) => !kept.some(({ year }) => year === row.year) && isReported(loan, row))
    .map(({ loanId, year, status, overdue }) => ({ loanId, year, status, overdue }));

const isShown = (report: Report, balances: readonly Omit<LoanYearEndEntity, "loan">[]): boolean =>
  balances.some(
    ({ year, overdue, status }) =>
      year === report.year && overdue === report.overdue && status === report.status,
  );

/** To be called when the bank's balances of these loans were written: they take the place of what it reported before. */
export const forgetReports = (manager: EntityManager, loanIds: readonly string[]): Promise<void> =>
  tableOf(manager, LoanYearEndReportEntity).deleteBy("loanId", loanIds);
