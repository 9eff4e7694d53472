import type { EligibilityRuleEntity } from "@an-sinh/credit-programs/credit-eligibility/eligibility-rule.entity";
import type { CreditProgramEntity } from "@an-sinh/credit-programs/credit-program/credit-program.entity";
import type { CreditTermsEntity } from "@an-sinh/credit-programs/credit-program/credit-terms.entity";
import type { PreferredRateEntity } from "@an-sinh/credit-programs/credit-program/preferred-rate.entity";
import type { LoanEntity } from "@an-sinh/credit-programs/loan/loan.entity";
import type { RepaymentEntity } from "@an-sinh/credit-programs/repayment/repayment.entity";
import type { SavingsGroupEntity } from "@an-sinh/credit-programs/savings-group/savings-group.entity";

export function program(given: Partial<CreditProgramEntity>): CreditProgramEntity {
  const code = given.code ?? "POOR_HOUSEHOLDS";
  return {
    id: code,
    code,
    name: "Chương trình mẫu",
    lenderKind: "POLICY_BANK",
    legalBasis: "Decree 78/2002/ND-CP",
    ...given,
  };
}

export const terms = (given: Partial<CreditTermsEntity>): CreditTermsEntity => ({
  programId: "POOR_HOUSEHOLDS",
  validFrom: "2020-01-01",
  validTo: null,
  annualRatePercent: 6.6,
  rateBaseProgramId: null,
  percentOfBaseRate: null,
  maximumPrincipal: 100_000_000,
  maximumFirmPrincipal: null,
  maximumTermMonths: null,
  legalBasis: "Decree 78/2002/ND-CP",
  remark: null,
  ...given,
});

/** The rate of "HOUSING", for some borrowers of "JOBS". */
export const preferredRate = (
  given: Pick<PreferredRateEntity, "borrowers"> & Partial<PreferredRateEntity>,
): PreferredRateEntity => ({
  programId: "JOBS",
  validFrom: "2026-01-01",
  validTo: null,
  rateBaseProgramId: "HOUSING",
  percentOfBaseRate: 100,
  legalBasis: "Decree 338/2025/ND-CP",
  ...given,
});

export const rule = (
  given: Pick<EligibilityRuleEntity, "rule"> & Partial<EligibilityRuleEntity>,
): EligibilityRuleEntity => ({
  programId: "POOR_HOUSEHOLDS",
  validFrom: "2020-01-01",
  validTo: null,
  classes: null,
  months: null,
  proof: null,
  legalBasis: "Decree 78/2002/ND-CP",
  ...given,
});

export const savingsGroup = (given: Partial<SavingsGroupEntity>, index: number): SavingsGroupEntity => ({
  id: `g${index + 1}`,
  name: `Tổ tiết kiệm và vay vốn ${index + 1}`,
  localityId: "here",
  entrustedOrganization: "WOMENS_UNION",
  transactionOfficeId: "office",
  ...given,
});

/** A loan of the policy bank to the household "household", of which nothing is paid back. */
export function loan(given: Partial<LoanEntity>, index: number): LoanEntity {
  const { principal = 50_000_000 } = given;
  return {
    id: `l${index + 1}`,
    programId: "POOR_HOUSEHOLDS",
    borrowerKind: "HOUSEHOLD",
    householdId: "household",
    borrowerId: "person",
    projectId: null,
    localityId: "here",
    purpose: "Chăn nuôi",
    principal,
    outstanding: principal,
    overdue: 0,
    writtenOff: 0,
    balanceOn: "2025-12-31",
    annualRatePercent: 6.6,
    disbursedOn: "2024-03-01",
    dueOn: "2027-03-01",
    status: "CURRENT",
    savingsGroupId: null,
    entrustedOrganization: null,
    transactionOfficeId: "office",
    lenderName: null,
    ...given,
  };
}

/** A loan of the social-housing credit package to the developer of the project "project". */
export const packageLoan = (given: Partial<LoanEntity> = {}): Partial<LoanEntity> => ({
  programId: "SOCIAL_HOUSING_PACKAGE",
  borrowerKind: "HOUSING_DEVELOPER",
  householdId: null,
  borrowerId: null,
  projectId: "project",
  transactionOfficeId: null,
  lenderName: "Ngân hàng Mẫu",
  ...given,
});

export const repayment = (given: Partial<RepaymentEntity>, index: number): RepaymentEntity => ({
  id: `r${index + 1}`,
  loanId: "l1",
  paidOn: "2024-09-01",
  principal: 10_000_000,
  interest: 100_000,
  ...given,
});
