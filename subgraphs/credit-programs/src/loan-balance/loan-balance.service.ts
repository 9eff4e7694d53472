import { bulkInsert, bulkUpsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { EntityManager } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { RepaymentEntity } from "../repayment/repayment.entity.js";
import { outstandingOn, yearEndsOf } from "./loan-balance.js";

/**
 * Stores what follows from the repayments of these loans: what is outstanding on the day of the bank's
 * figures, and the balances at the ends of years. Throws BAD_USER_INPUT where more was paid back than was lent.
 */
export async function updateBalances(manager: EntityManager, loanIds: readonly string[]): Promise<void> {
  const loans = await tableOf(manager, LoanEntity).readBy("id", loanIds);
  const yearEnds = tableOf(manager, LoanYearEndEntity);
  const repaid = groupBy(
    await tableOf(manager, RepaymentEntity).readBy("loanId", loanIds),
    ({ loanId }) => loanId,
  );
  const reported = groupBy(await yearEnds.readBy("loanId", loanIds), ({ loanId }) => loanId);
  const repaidOf = ({ id }: LoanEntity) => repaid.get(id) ?? [];

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
}
