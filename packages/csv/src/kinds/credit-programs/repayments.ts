import { updateBalances } from "@an-sinh/credit-programs/loan-balance/loan-balance.service";
import { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { defineFileKind } from "../../file-kind.js";
import { day } from "../../values/days.js";
import { dong } from "../../values/numbers.js";
import { id } from "../../values/text.js";
import { loanReference } from "./references.js";

export const repayments = defineFileKind<RepaymentEntity>({
  name: "repayments",
  description:
    "What was paid back. The outstanding amounts of loans, today and at year ends, follow from it.",
  entity: RepaymentEntity,
  key: ["id"],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "loan_id",
      property: "loanId",
      type: id,
      refersTo: loanReference,
      description: "The loan.",
    },
    {
      name: "principal",
      property: "principal",
      type: dong,
      description: "Paid back of the principal, in dong.",
    },
    { name: "interest", property: "interest", type: dong, description: "Paid as interest, in dong." },
    { name: "paid_on", property: "paidOn", type: day, description: "The day of the payment." },
  ],
  afterWrite: async (manager, changes) => {
    const loanIds = changes.flatMap(({ before, after }) =>
      before ? [before.loanId, after.loanId] : [after.loanId],
    );
    const overpaid = new Set(await updateBalances(manager, loanIds));
    return changes
      .filter(({ after }) => overpaid.has(after.loanId))
      .map(({ after }) => ({
        row: { id: after.id },
        column: "principal",
        expected: "repayments of a loan that together are at most what was lent and not written off",
      }));
  },
});
