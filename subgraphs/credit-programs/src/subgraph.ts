import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { resolveCreditProgram } from "./credit-program/credit-program.reference.js";
import { CreditProgramResolver } from "./credit-program/credit-program.resolver.js";
import {
  CreditPeriodStatisticsResolver,
  CreditProgramPeriodResolver,
} from "./credit-statistics/credit-period.resolver.js";
import {
  CreditProgramStatisticsResolver,
  CreditStatisticsResolver,
} from "./credit-statistics/credit-statistics.resolver.js";
import { creditProgramsModel } from "./database.js";
import {
  DebtOfSavingsGroupResolver,
  DebtOfTransactionOfficeResolver,
  SavingsGroupDebtsResolver,
  TransactionOfficeDebtsResolver,
} from "./debts/debt-owners.resolver.js";
import { DebtStatisticsResolver } from "./debts/debts.resolver.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { resolveHousehold } from "./external/household.reference.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { PersonResolver } from "./external/person.resolver.js";
import { PublishedFigure } from "./external/published-figure.js";
import { resolvePublishedFigure } from "./external/published-figure.reference.js";
import { PublishedFigureResolver } from "./external/published-figure.resolver.js";
import { SocialHousingProjectResolver } from "./external/social-housing-project.resolver.js";
import { resolveStub } from "./external/stub.reference.js";
import { HousingPackageResolver } from "./housing-package/housing-package.resolver.js";
import { LoanLinksResolver } from "./loan/loan-links.resolver.js";
import { resolveLoan } from "./loan/loan.reference.js";
import { LoanResolver } from "./loan/loan.resolver.js";
import { SavingsGroupResolver } from "./savings-group/savings-group.resolver.js";
import { TransactionOfficeResolver } from "./transaction-office/transaction-office.resolver.js";

/** What the policy bank and commercial banks lend under the state's credit programs. */
export const creditPrograms: SubgraphDefinition = {
  name: "credit-programs",
  model: creditProgramsModel,
  resolvers: [
    CreditProgramResolver,
    LoanResolver,
    LoanLinksResolver,
    SavingsGroupResolver,
    TransactionOfficeResolver,
    CreditStatisticsResolver,
    CreditProgramStatisticsResolver,
    CreditPeriodStatisticsResolver,
    CreditProgramPeriodResolver,
    DebtStatisticsResolver,
    DebtOfSavingsGroupResolver,
    DebtOfTransactionOfficeResolver,
    SavingsGroupDebtsResolver,
    TransactionOfficeDebtsResolver,
    HousingPackageResolver,
    AdministrativeUnitResolver,
    HouseholdResolver,
    PersonResolver,
    PublishedFigureResolver,
    SocialHousingProjectResolver,
  ],
  orphanedTypes: [PublishedFigure],
  references: {
    AdministrativeUnit: resolveStub,
    CreditProgram: resolveCreditProgram,
    Household: resolveHousehold,
    Loan: resolveLoan,
    Person: resolveStub,
    PublishedFigure: resolvePublishedFigure,
    SocialHousingProject: resolveStub,
  },
};
