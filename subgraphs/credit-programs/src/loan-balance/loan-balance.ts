import { BadUserInputError } from "@an-sinh/server/errors";
import { lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { LoanEntity } from "../loan/loan.entity.js";
import { borrowerKeyOf, type LoanYearEndEntity } from "../loan/loan-year-end.entity.js";

type YearEnd = Omit<LoanYearEndEntity, "loan">;

/** What the bank says of a loan on 31 December. */
export type Report = Pick<YearEnd, "loanId" | "year" | "overdue" | "status">;

/** A payment that lowers what is outstanding of a loan. */
export interface Repaid {
  readonly paidOn: string;
  /** Dong paid back of the principal. */
  readonly principal: number;
}

/**
 * The principal of a loan that is outstanding at the end of a day, in dong. The register does not know on which day a
 * loan was written off: what was written off is taken off from `balanceOn` on, the day of the bank's figures. Throws
 * BAD_USER_INPUT where more was paid back than was lent.
 */
export function outstandingOn(loan: LoanEntity, repayments: readonly Repaid[], day: string): number {
  const { owed, paid } = balanceOn(loan, repayments, day);
  if (paid <= owed) return owed - paid;
  throw new BadUserInputError(
    `Loan ${loan.id}: expected repayments of at most ${owed} dong by ${day}, but got: ${paid}.`,
  );
}

/** Whether more was paid back than was lent, by the day of the bank's figures. */
export function isOverpaid(loan: LoanEntity, repayments: readonly Repaid[]): boolean {
  const { owed, paid } = balanceOn(loan, repayments, loan.balanceOn);
  return paid > owed;
}

function balanceOn(loan: LoanEntity, repayments: readonly Repaid[], day: string) {
  const owed = loan.principal - (day >= loan.balanceOn ? loan.writtenOff : 0);
  const paid = repayments.reduce((sum, { paidOn, principal }) => sum + (paidOn <= day ? principal : 0), 0);
  return { owed, paid };
}

/**
 * The balances of a loan on 31 December of each year, up to the day of the bank's figures. A year in which
 * nothing is outstanding has none. Only the bank can say what is overdue and the status, and `reported` is what it said.
 * A year that it lacks is derived from the day by which the whole loan is due.
 */
export function yearEndsOf(
  loan: LoanEntity,
  repayments: readonly Repaid[],
  reported: readonly Omit<Report, "loanId">[],
): YearEnd[] {
  const rows: YearEnd[] = [];
  for (let year = yearOf(loan.disbursedOn); lastDayOf(year) <= loan.balanceOn; year += 1) {
    const day = lastDayOf(year);
    const outstanding = outstandingOn(loan, repayments, day);
    if (outstanding === 0) continue;
    const known = reported.find((row) => row.year === year);
    const { overdue, status } = balanceOf(loan, day, outstanding, known);
    rows.push({
      year,
      outstanding,
      overdue,
      status,
      ...copiedFromLoan(loan),
    });
  }
  return rows;
}

type Balance = Pick<YearEnd, "overdue" | "status">;

/** On the day of the bank's figures the loan says it, on others the report, and without one the day on which it is due. */
function balanceOf(loan: LoanEntity, day: string, outstanding: number, report?: Balance): Balance {
  const known = day === loan.balanceOn ? loan : (report ?? derivedBalance(loan, day, outstanding));
  return { overdue: Math.min(known.overdue, outstanding), status: known.status };
}

/** Whether a balance on record says something that only the bank can have reported: it is not what would be derived. */
export function isReported(loan: LoanEntity, { year, outstanding, overdue, status }: YearEnd): boolean {
  const derived = balanceOf(loan, lastDayOf(year), outstanding);
  return overdue !== derived.overdue || status !== derived.status;
}

function derivedBalance({ dueOn }: LoanEntity, day: string, outstanding: number): Balance {
  return dueOn <= day ? { overdue: outstanding, status: "OVERDUE" } : { overdue: 0, status: "CURRENT" };
}

/** What a balance at a year's end repeats of its loan. */
export const copiedFromLoan = (
  loan: LoanEntity,
): Omit<YearEnd, "year" | "outstanding" | "overdue" | "status"> => ({
  loanId: loan.id,
  programId: loan.programId,
  householdId: loan.householdId,
  borrowerKey: borrowerKeyOf(loan),
  localityId: loan.localityId,
  savingsGroupId: loan.savingsGroupId,
  entrustedOrganization: loan.entrustedOrganization,
  transactionOfficeId: loan.transactionOfficeId,
  borrowerKind: loan.borrowerKind,
  lenderName: loan.lenderName,
});
