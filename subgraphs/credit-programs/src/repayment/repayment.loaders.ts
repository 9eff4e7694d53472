import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { RepaymentEntity } from "./repayment.entity.js";

/** The repayments of each loan, the earliest first. */
export const repaymentsOfLoan = defineLoader(async (loanIds, context) =>
  groupByKey(
    loanIds,
    await context
      .read(RepaymentEntity, "repayment")
      .where("repayment.loanId IN (:...loanIds)", { loanIds })
      .orderBy("repayment.loanId")
      .addOrderBy("repayment.paidOn")
      .addOrderBy("repayment.id")
      .getMany(),
    (repayment) => repayment.loanId,
  ),
);
