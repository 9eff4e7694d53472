import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";
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
  const yearEnds = tableOf(manager, LoanYearEndEntity);
  const repaid = groupBy(
    await tableOf(manager, RepaymentEntity).readBy("loanId", loanIds),
    ({ loanId }) => loanId,
  );
  const reported = groupBy(await yearEnds.readBy("loanId", loanIds), ({ loanId }) => loanId);
  const repaidOf = ({ id }: LoanEntity) => repaid.get(id) ?? [];

  const overpaid = found.filter((loan) => isOverpaid(loan, repaidOf(loan)));
  const loans = found.filter((loan) => !overpaid.includes(loan));
  const changed = loans
    .map((loan) => ({ loan, outstanding: outstandingOn(loan, repaidOf(loan), loan.balanceOn) }))
    .filter(({ loan, outstanding }) => outstanding !== loan.outstanding);
  await bulkUpsert(
    manager,
    LoanEntity,
    changed.map(({ loan, outstanding }) => ({ ...loan, outstanding })),
  );
  await yearEnds.deleteBy("loanId", loanIds);
  await bulkInsert(
    manager,
    LoanYearEndEntity,
    loans.flatMap((loan) => yearEndsOf(loan, repaidOf(loan), reported.get(loan.id) ?? [])),
  );
  return overpaid.map(({ id }) => id);
}
