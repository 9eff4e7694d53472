import { EligibilityRuleEntity } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.entity";
import { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { PreferredRateEntity } from "@an-sinh/credit-programs/credit-program/preferred-rate.entity";
import { PackageVolumeEntity } from "@an-sinh/credit-programs/housing-package/package-volume.entity";
import { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import type { Population } from "../population/population.js";
import { listedTable, territoryTable, type SampleTable } from "../sample-table.js";
import { translationsTable } from "../translations.js";
import { creditProgramRows } from "./credit-programs.js";
import { creditTermsRows, preferredRateRows } from "./credit-terms.js";
import { eligibilityRuleRows } from "./eligibility-rules.js";
import { LendingNetwork } from "./lending-network.js";
import { loanYearEndRows, repaymentRows } from "./loan-balances.js";
import { LoanBook, loanRows } from "./loan-book.js";
import { packageVolumeRows } from "./package-volumes.js";

/** The department's tables. A table comes after those that its rows refer to. */
export function creditProgramsTables(population: Population): SampleTable[] {
  const network = new LendingNetwork(population);
  const book = new LoanBook(population, network);
  return [
    territoryTable(population),
    translationsTable("credit-programs"),
    listedTable(CreditProgramEntity, creditProgramRows),
    listedTable(CreditTermsEntity, creditTermsRows),
    listedTable(PreferredRateEntity, preferredRateRows),
    listedTable(EligibilityRuleEntity, eligibilityRuleRows),
    listedTable(PackageVolumeEntity, packageVolumeRows),
    {
      entity: TransactionOfficeEntity,
      rows: () => network.offices.values(),
      expectedRows: network.offices.size,
    },
    listedTable(SavingsGroupEntity, network.groups),
    { entity: LoanEntity, rows: () => loanRows(book), expectedRows: book.size },
    { entity: RepaymentEntity, rows: () => repaymentRows(book), expectedRows: 2 * book.size },
    { entity: LoanYearEndEntity, rows: () => loanYearEndRows(book), expectedRows: 3 * book.size },
  ];
}
