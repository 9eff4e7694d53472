import { LoanStatus } from "@an-sinh/credit-programs/loan/loan.enums";
import { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { copiedFromLoan } from "@an-sinh/credit-programs/loan-balance/loan-balance";
import { forgetReports } from "@an-sinh/credit-programs/loan-balance/loan-balance.service";
import { copyingReference, defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { dong, integer } from "../../values/numbers.js";
import { id } from "../../values/text.js";
import { loanReference } from "./references.js";

export const yearEndBalances = defineFileKind<LoanYearEndEntity>({
  name: "year-end-balances",
  description:
    "The bank's balances of loans on 31 December, all years of a loan together. Without them, what was overdue then is derived from the day on which a loan is due.",
  entity: LoanYearEndEntity,
  key: ["loanId", "year"],
  completeBy: "loanId",
  columns: [
    {
      name: "loan_id",
      property: "loanId",
      type: id,
      refersTo: copyingReference({ ...loanReference, copied: copiedFromLoan }),
      description: "The loan.",
    },
    { name: "year", property: "year", type: integer(1945, 2100), description: "The year that ended." },
    { name: "outstanding", property: "outstanding", type: dong, description: "Dong, more than 0." },
    {
      name: "overdue",
      property: "overdue",
      type: dong,
      description: "The part of it that had fallen due and was not paid, in dong.",
    },
    { name: "status", property: "status", type: choice(LoanStatus), description: "On that day." },
  ],
  validate: ({ outstanding, overdue }) => {
    if (Number(outstanding) === 0) return { column: "outstanding", expected: "more than 0: else, no line" };
    return Number(overdue) > Number(outstanding)
      ? { column: "overdue", expected: "at most what is outstanding" }
      : null;
  },
  afterWrite: (manager, changes) =>
    forgetReports(
      manager,
      changes.map(({ after }) => after.loanId),
    ),
});
