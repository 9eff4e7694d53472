import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { resolveCreditProgram } from "./credit-program/credit-program.reference.js";
import { CreditProgramResolver } from "./credit-program/credit-program.resolver.js";
import {
  CreditProgramStatisticsResolver,
  CreditStatisticsResolver,
} from "./credit-statistics/credit-statistics.resolver.js";
import { creditProgramsModel } from "./database.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { PersonResolver } from "./external/person.resolver.js";
import { SocialHousingProjectResolver } from "./external/social-housing-project.resolver.js";
import { resolveStub } from "./external/stub.reference.js";
import { LoanLinksResolver } from "./loan/loan-links.resolver.js";
import { resolveLoan } from "./loan/loan.reference.js";
import { LoanResolver } from "./loan/loan.resolver.js";
import { SavingsGroupResolver } from "./savings-group/savings-group.resolver.js";
import { TransactionOfficeResolver } from "./transaction-office/transaction-office.resolver.js";

/** What the policy bank and commercial banks lend under the state's credit programmes. */
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
    AdministrativeUnitResolver,
    HouseholdResolver,
    PersonResolver,
    SocialHousingProjectResolver,
  ],
  references: {
    AdministrativeUnit: resolveStub,
    CreditProgram: resolveCreditProgram,
    Household: resolveStub,
    Loan: resolveLoan,
    Person: resolveStub,
    SocialHousingProject: resolveStub,
  },
};
