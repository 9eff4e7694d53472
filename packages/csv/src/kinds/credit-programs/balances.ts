import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { borrowerKeyOf, LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import type { EntityManager } from "typeorm";
import { FileError } from "../../csv/file-error.js";
import { deleteBy } from "../../import/store.js";
import { tableOf } from "../../import/table.js";
import type { Value } from "../../file-kind.js";

type YearEnd = Omit<LoanYearEndEntity, "loan">;

/** Brings what is outstanding of loans, on the day of their balance and at the ends of years, in line with their repayments. */
export async function updateBalances(manager: EntityManager, loanIds: readonly Value[]): Promise<void> {
  const loans = await read(manager, LoanEntity, "id", loanIds);
  const repayments = groupByLoan(await read(manager, RepaymentEntity, "loanId", loanIds));
  const reported = groupByLoan(await read(manager, LoanYearEndEntity, "loanId", loanIds));
  const balanced = loans.map((loan) => {
    const paid = (day: string) =>
      (repayments.get(loan.id) ?? []).reduce(
        (sum, { paidOn, principal }) => sum + (paidOn <= day ? principal : 0),
        0,
      );
    return { ...loan, outstanding: outstandingOn(loan, loan.balanceOn, paid), paid };
  });
  const changed = balanced.filter(({ outstanding }, index) => outstanding !== loans[index]?.outstanding);
  await bulkUpsert(manager, LoanEntity, changed);
  await deleteBy(
    manager,
    LoanYearEndEntity,
    "loanId",
    balanced.map(({ id }) => id),
  );
  await bulkInsert(
    manager,
    LoanYearEndEntity,
    balanced.flatMap((loan) => yearEndsOf(loan, reported.get(loan.id) ?? [], loan.paid)),
  );
}

/** What was paid back of the principal up to a day. */
type Paid = (day: string) => number;

/** What was written off counts as outstanding until the day of the balance: the day of it is not on record. */
function outstandingOn(loan: LoanEntity, day: string, paid: Paid): number {
  const writtenOff = day >= loan.balanceOn ? loan.writtenOff : 0;
  const outstanding = loan.principal - writtenOff - paid(day);
  if (outstanding >= 0) return outstanding;
  throw new FileError(
    `Loan ${loan.id}: expected repayments of at most ${loan.principal - writtenOff} dong by ${day}, but got: ${paid(day)}.`,
  );
}

/**
 * The balances of 31 December up to the day of the bank's figures. What was overdue, and the status, are the
 * bank's: as reported for that day, else judged by the day on which the whole loan is due.
 */
function yearEndsOf(loan: LoanEntity, reported: readonly YearEnd[], paid: Paid): YearEnd[] {
  const last = Number(loan.balanceOn.slice(0, 4));
  const rows: YearEnd[] = [];
  for (let year = Number(loan.disbursedOn.slice(0, 4)); year <= last; year += 1) {
    const day = `${year}-12-31`;
    const outstanding = day > loan.balanceOn ? 0 : outstandingOn(loan, day, paid);
    if (outstanding === 0) continue;
    const known = day === loan.balanceOn ? loan : reported.find((row) => row.year === year);
    const { overdue, status } = known ?? judge(loan, day, outstanding);
    rows.push({ ...repeated(loan), year, outstanding, overdue: Math.min(overdue, outstanding), status });
  }
  return rows;
}

function judge({ dueOn }: LoanEntity, day: string, outstanding: number): Pick<YearEnd, "overdue" | "status"> {
  return dueOn <= day ? { overdue: outstanding, status: "OVERDUE" } : { overdue: 0, status: "CURRENT" };
}

/** What a balance repeats of its loan. */
export const repeated = (loan: LoanEntity): Omit<YearEnd, "year" | "outstanding" | "overdue" | "status"> => ({
  loanId: loan.id,
  programId: loan.programId,
  householdId: loan.householdId,
  borrowerKey: borrowerKeyOf(loan),
  localityId: loan.localityId,
  savingsGroupId: loan.savingsGroupId,
  entrustedOrganization: loan.entrustedOrganization,
  transactionOfficeId: loan.transactionOfficeId,
});

async function read<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  property: keyof Entity & string,
  values: readonly Value[],
): Promise<Entity[]> {
  return (await tableOf(manager, entity).readBy(property, values)) as unknown as Entity[];
}

function groupByLoan<Row extends { readonly loanId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.loanId);
    if (group) group.push(row);
    else groups.set(row.loanId, [row]);
  }
  return groups;
}
