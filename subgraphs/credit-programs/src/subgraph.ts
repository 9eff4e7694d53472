// The decorators of type-graphql need it before the first class.
import "reflect-metadata";
import { resolveStub } from "@an-sinh/subgraph-kit/federation/resolve-stub";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { sampleResolver } from "@an-sinh/subgraph-kit/sample-data";
import { CreditPeriodStatistics } from "./credit-statistics/credit-period.type.js";
import { CreditProgramStatistics, CreditStatistics } from "./credit-statistics/credit-statistics.type.js";
import { DebtStatistics } from "./debts/debts.type.js";
import { HousingPackageStatistics } from "./housing-package/housing-package.type.js";
import { ProjectFinancing } from "./project-financing/project-financing.type.js";
import { HouseholdEligibilityResolver } from "./credit-eligibility/household-eligibility.resolver.js";
import { resolveCreditProgram } from "./credit-program/credit-program.reference.js";
import { CreditProgramResolver } from "./credit-program/credit-program.resolver.js";
import { CreditTermsResolver, PreferredRateResolver } from "./credit-program/credit-terms.resolver.js";
import {
  CreditPeriodStatisticsResolver,
  CreditProgramPeriodResolver,
} from "./credit-statistics/credit-period.resolver.js";
import { CreditProgramStatisticsResolver } from "./credit-statistics/credit-statistics.resolver.js";
import { PublishedFigureResolver } from "./credit-statistics/published-figure.resolver.js";
import { UnitCreditResolver } from "./credit-statistics/unit-credit.resolver.js";
import { creditProgramsModel } from "./database.js";
import {
  DebtOfSavingsGroupResolver,
  DebtOfTransactionOfficeResolver,
  SavingsGroupDebtsResolver,
  TransactionOfficeDebtsResolver,
} from "./debts/debt-owners.resolver.js";
import { DebtStatisticsResolver } from "./debts/debts.resolver.js";
import { UnitDebtsResolver } from "./debts/unit-debts.resolver.js";
import { PublishedFigure } from "./external/published-figure.stub.js";
import { HousingPackageResolver } from "./housing-package/housing-package.resolver.js";
import { UnitHousingPackageResolver } from "./housing-package/unit-housing-package.resolver.js";
import { HouseholdLoansResolver } from "./loan/household-loans.resolver.js";
import { LoanLinksResolver } from "./loan/loan-links.resolver.js";
import { resolveLoan } from "./loan/loan.reference.js";
import { LoanResolver } from "./loan/loan.resolver.js";
import { PersonLoansResolver } from "./loan/person-loans.resolver.js";
import { ProjectFinancingResolver } from "./project-financing/project-financing.resolver.js";
import { LoanRepaymentsResolver } from "./repayment/loan-repayments.resolver.js";
import { SavingsGroupResolver } from "./savings-group/savings-group.resolver.js";
import { creditTotals } from "./totals.js";
import { TransactionOfficeResolver } from "./transaction-office/transaction-office.resolver.js";

/** Types of statistics, each with the field `isSample`. */
const withSampleMark = [
  CreditStatistics,
  CreditProgramStatistics,
  CreditPeriodStatistics,
  DebtStatistics,
  HousingPackageStatistics,
  ProjectFinancing,
];

/** What the policy bank and commercial banks lend under the state's credit programs. */
export const creditPrograms: SubgraphDefinition = {
  name: "credit-programs",
  model: creditProgramsModel,
  totals: creditTotals,
  resolvers: [
    CreditProgramResolver,
    CreditTermsResolver,
    PreferredRateResolver,
    LoanResolver,
    LoanLinksResolver,
    LoanRepaymentsResolver,
    HouseholdLoansResolver,
    PersonLoansResolver,
    SavingsGroupResolver,
    TransactionOfficeResolver,
    UnitCreditResolver,
    CreditProgramStatisticsResolver,
    CreditPeriodStatisticsResolver,
    CreditProgramPeriodResolver,
    PublishedFigureResolver,
    UnitDebtsResolver,
    DebtStatisticsResolver,
    DebtOfSavingsGroupResolver,
    DebtOfTransactionOfficeResolver,
    SavingsGroupDebtsResolver,
    TransactionOfficeDebtsResolver,
    HousingPackageResolver,
    UnitHousingPackageResolver,
    ProjectFinancingResolver,
    HouseholdEligibilityResolver,
    ...withSampleMark.map(sampleResolver),
  ],
  orphanedTypes: [PublishedFigure],
  references: {
    AdministrativeUnit: resolveStub,
    CreditProgram: resolveCreditProgram,
    Household: resolveStub,
    Loan: resolveLoan,
    Person: resolveStub,
    PublishedFigure: resolveStub,
    SocialHousingProject: resolveStub,
  },
};
