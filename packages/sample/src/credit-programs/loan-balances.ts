import { daysBetween } from "@an-sinh/subgraph-kit/calendar";
import type { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { copiedFromLoan } from "@an-sinh/credit-programs/loan-balance/loan-balance";
import type { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { registerYears } from "../population/population.js";
import type { SampleLoan } from "./loan-book.js";
import { outstandingAt, overdueAt, statusAt } from "./loan-course.js";

/** What was paid back on each loan. Interest is that of the days since the payment before, on what was outstanding. */
export function* repaymentRows(book: Iterable<SampleLoan>): Iterable<RepaymentEntity> {
  for (const { loan, course } of book) {
    let outstanding = loan.principal;
    let since = loan.disbursedOn;
    for (const [index, { amount, paidOn }] of course.installments.entries()) {
      if (paidOn === null) continue;
      const yearly = (outstanding * loan.annualRatePercent) / 100;
      const interest = Math.round((yearly * daysBetween(since, paidOn)) / 365);
      yield { id: `${loan.id}-${index + 1}`, loanId: loan.id, paidOn, principal: amount, interest };
      outstanding -= amount;
      since = paidOn;
    }
  }
}

/** What was outstanding at the end of each year of the register. */
export function* loanYearEndRows(book: Iterable<SampleLoan>): Iterable<LoanYearEndEntity> {
  for (const { loan, course } of book) {
    for (const year of registerYears) {
      const day = `${year}-12-31`;
      if (loan.disbursedOn > day) continue;
      const outstanding = outstandingAt(course, day);
      if (outstanding === 0) continue;
      yield {
        ...copiedFromLoan(loan),
        year,
        status: statusAt(course, day),
        outstanding,
        overdue: overdueAt(course, day),
      };
    }
  }
}
