import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { differs } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { countChanges } from "@an-sinh/subgraph-kit/totals/count-changes";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";
import { creditTotals } from "../totals.js";
import { isOverpaid, outstandingOn, yearEndsOf } from "./loan-balance.js";

/**
 * Stores what follows from the repayments of these loans: what is outstanding on the day of the bank's
 * figures, and the balances at the ends of years. Returns the ids of the loans of which more was paid back than was
 * lent. Nothing can follow for these.
 */
export async function updateBalances(
  manager: EntityManager,
  loanIds: readonly string[],
): Promise<readonly string[]> {
  const found = await tableOf(manager, LoanEntity).readBy("id", loanIds);
  const repaid = groupBy(
    await tableOf(manager, RepaymentEntity).readBy("loanId", loanIds),
    ({ loanId }) => loanId,
  );
  const reported = await tableOf(manager, LoanYearEndEntity).readBy("loanId", loanIds);
  const reportedOf = groupBy(reported, ({ loanId }) => loanId);
  const repaidOf = ({ id }: LoanEntity) => repaid.get(id) ?? [];

  const overpaid = found.filter((loan) => isOverpaid(loan, repaidOf(loan)));
  const loans = found.filter((loan) => !overpaid.includes(loan));
  const changed = loans
    .map((before) => ({ ...before, outstanding: outstandingOn(before, repaidOf(before), before.balanceOn) }))
    .map((after, index) => ({ before: loans[index] ?? null, after }))
    .filter(({ before, after }) => before?.outstanding !== after.outstanding);
  await countChanges(manager, creditTotals, LoanEntity, changed);
  await bulkUpsert(
    manager,
    LoanEntity,
    changed.map(({ after }) => after),
  );
  const derived = loans.flatMap((loan) => yearEndsOf(loan, repaidOf(loan), reportedOf.get(loan.id) ?? []));
  await replaceYearEnds(manager, reported, derived);
  return overpaid.map(({ id }) => id);
}

/** Puts the derived balances in the place of those on record. Loans whose balances are the same are left alone. */
async function replaceYearEnds(
  manager: EntityManager,
  reported: readonly LoanYearEndEntity[],
  derived: readonly LoanYearEndEntity[],
): Promise<void> {
  const before = new Map(reported.map((row) => [keyOf(row), row]));
  const after = new Map(derived.map((row) => [keyOf(row), row]));
  const changes = [...new Set([...before.keys(), ...after.keys()])]
    .map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }))
    .filter((change) => !isSame(change.before, change.after));
  await countChanges(manager, creditTotals, LoanYearEndEntity, changes);
  const changed = new Set(changes.map((change) => (change.before ?? change.after)?.loanId ?? null));
  await tableOf(manager, LoanYearEndEntity).deleteBy("loanId", changed);
  await bulkInsert(
    manager,
    LoanYearEndEntity,
    derived.filter(({ loanId }) => changed.has(loanId)),
  );
}

const keyOf = ({ loanId, year }: LoanYearEndEntity) => `${loanId} ${year}`;

const isSame = (before: LoanYearEndEntity | null, after: LoanYearEndEntity | null) =>
  before !== null && after !== null && !differs({ before, after }, ...propertiesOf(after));

const propertiesOf = (row: LoanYearEndEntity) => Object.keys(row) as (keyof LoanYearEndEntity)[];
