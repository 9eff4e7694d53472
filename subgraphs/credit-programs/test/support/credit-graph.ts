import { EligibilityRuleEntity } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.entity";
import { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import { PreferredRateEntity } from "@an-sinh/credit-programs/credit-program/preferred-rate.entity";
import { PackageVolumeEntity } from "@an-sinh/credit-programs/housing-package/package-volume.entity";
import { copiedFromLoan } from "@an-sinh/credit-programs/loan-balance/loan-balance";
import { LoanYearEndEntity } from "@an-sinh/credit-programs/loan/loan-year-end.entity";
import { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";
import { creditPrograms } from "@an-sinh/credit-programs/subgraph";
import { TransactionOfficeEntity } from "@an-sinh/credit-programs/transaction-office/transaction-office.entity";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";
import {
  rowsOf,
  startDepartment,
  territoryRows,
  type DepartmentGraph,
} from "../../../../test/support/department-graph.js";
import { loan, preferredRate, program, repayment, rule, savingsGroup, terms } from "./rows.js";

/** The bank's balance of a loan at the end of a year. What is left out is as in `balance` below. */
type YearEnd = Pick<LoanYearEndEntity, "loanId" | "year"> & Partial<LoanYearEndEntity>;

/** Rows by table; what is left out of one is filled with something plausible. */
interface CreditRows {
  /** The localities of each unit. */
  readonly territory?: Readonly<Record<string, readonly string[]>>;
  /** Of the code that is given, which is also the id. Left out: "POOR_HOUSEHOLDS" of the policy bank. */
  readonly programs?: readonly Partial<CreditProgramEntity>[];
  readonly terms?: readonly Partial<CreditTermsEntity>[];
  readonly preferredRates?: readonly (Pick<PreferredRateEntity, "borrowers"> &
    Partial<PreferredRateEntity>)[];
  readonly rules?: readonly (Pick<EligibilityRuleEntity, "rule"> & Partial<EligibilityRuleEntity>)[];
  readonly volumes?: readonly PackageVolumeEntity[];
  /** Left out: the office "office". */
  readonly offices?: readonly TransactionOfficeEntity[];
  readonly groups?: readonly Partial<SavingsGroupEntity>[];
  readonly loans?: readonly Partial<LoanEntity>[];
  readonly repayments?: readonly Partial<RepaymentEntity>[];
  readonly yearEnds?: readonly YearEnd[];
}

/** The department's subgraph over a database with these rows. */
export function startCreditGraph(rows: CreditRows, dialect?: Dialect): Promise<DepartmentGraph> {
  const { programs = [{}], offices = [office("office")] } = rows;
  const loans = (rows.loans ?? []).map(loan);
  const tables = [
    territoryRows(rows.territory ?? {}),
    rowsOf(CreditProgramEntity, programs.map(program)),
    rowsOf(CreditTermsEntity, (rows.terms ?? []).map(terms)),
    rowsOf(PreferredRateEntity, (rows.preferredRates ?? []).map(preferredRate)),
    rowsOf(EligibilityRuleEntity, (rows.rules ?? []).map(rule)),
    rowsOf(PackageVolumeEntity, rows.volumes ?? []),
    rowsOf(TransactionOfficeEntity, offices),
    rowsOf(SavingsGroupEntity, (rows.groups ?? []).map(savingsGroup)),
    rowsOf(LoanEntity, loans),
    rowsOf(RepaymentEntity, (rows.repayments ?? []).map(repayment)),
    rowsOf(
      LoanYearEndEntity,
      (rows.yearEnds ?? []).map((yearEnd) => balance(yearEnd, loans)),
    ),
  ];
  return startDepartment(creditPrograms, tables, dialect);
}

export const office = (id: string): TransactionOfficeEntity => ({
  id,
  name: `Phòng giao dịch ${id}`,
  administrativeUnitId: "262",
});

function balance(given: YearEnd, loans: readonly LoanEntity[]): LoanYearEndEntity {
  const owner = loans.find(({ id }) => id === given.loanId);
  if (!owner) throw new Error(`Expected a loan of the rows, but got: ${given.loanId}`);
  const { outstanding, status } = owner;
  return { ...copiedFromLoan(owner), outstanding, overdue: 0, status, ...given };
}
