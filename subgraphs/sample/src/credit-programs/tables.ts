import { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import type { Population } from "../population/population.js";
import type { SampleTable } from "../sample-table.js";
import { LendingNetwork } from "./lending-network.js";
import { loanYearEndRows, repaymentRows } from "./loan-balances.js";
import { loanBook } from "./loan-book.js";
import { creditProgramRows, creditTermsRows } from "./program-data.js";

/** The department's tables in the order in which their rows refer to each other. */
export const creditProgramsTables = (population: Population): SampleTable[] => {
  const network = new LendingNetwork(population);
  const book = loanBook(population, network);
  return [
    { entity: CreditProgramEntity, rows: () => creditProgramRows, expectedRows: creditProgramRows.length },
    { entity: CreditTermsEntity, rows: () => creditTermsRows, expectedRows: creditTermsRows.length },
    {
      entity: TransactionOfficeEntity,
      rows: () => network.offices.values(),
      expectedRows: network.offices.size,
    },
    { entity: SavingsGroupEntity, rows: () => network.groups, expectedRows: network.groups.length },
    { entity: LoanEntity, rows: () => book.map(({ loan }) => loan), expectedRows: book.length },
    { entity: RepaymentEntity, rows: () => repaymentRows(book), expectedRows: 2 * book.length },
    { entity: LoanYearEndEntity, rows: () => loanYearEndRows(book), expectedRows: 3 * book.length },
  ];
};
