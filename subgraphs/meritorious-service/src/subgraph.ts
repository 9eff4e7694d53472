import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { AllowanceResolver } from "./allowance/allowance.resolver.js";
import { CareBenefitResolver } from "./care-benefit/care-benefit.resolver.js";
import { CareNormResolver } from "./care-norm/care-norm.resolver.js";
import { meritoriousServiceModel } from "./database.js";
import { resolveAdministrativeUnit } from "./external/administrative-unit.reference.js";
import { AdministrativeUnit } from "./external/administrative-unit.type.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { resolveHousehold } from "./external/household.reference.js";
import { Household } from "./external/household.type.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { MeritoriousFamilyResolver } from "./external/meritorious-family.resolver.js";
import { resolvePerson } from "./external/person.reference.js";
import { PersonResolver } from "./external/person.resolver.js";
import { HealthInsuranceCardResolver } from "./health-insurance-card/health-insurance-card.resolver.js";
import { resolveHousingGrant } from "./housing-grant/housing-grant.reference.js";
import { HousingGrantResolver } from "./housing-grant/housing-grant.resolver.js";
import { MeritoriousCategoryResolver } from "./meritorious-category/meritorious-category.resolver.js";
import { MeritoriousCareResolver } from "./meritorious-record/meritorious-care.resolver.js";
import { resolveMeritoriousRecord } from "./meritorious-record/meritorious-record.reference.js";
import { MeritoriousRecordResolver } from "./meritorious-record/meritorious-record.resolver.js";
import { CareStatisticsResolver } from "./meritorious-statistics/care-statistics.resolver.js";
import { MeritoriousStatisticsResolver } from "./meritorious-statistics/meritorious-statistics.resolver.js";
import { PaymentResolver } from "./payment/payment.resolver.js";

export const meritoriousService: SubgraphDefinition = {
  name: "meritorious-service",
  model: meritoriousServiceModel,
  resolvers: [
    MeritoriousCategoryResolver,
    MeritoriousRecordResolver,
    MeritoriousCareResolver,
    AllowanceResolver,
    PaymentResolver,
    CareNormResolver,
    CareBenefitResolver,
    HealthInsuranceCardResolver,
    HousingGrantResolver,
    MeritoriousStatisticsResolver,
    CareStatisticsResolver,
    PersonResolver,
    HouseholdResolver,
    MeritoriousFamilyResolver,
    AdministrativeUnitResolver,
  ],
  orphanedTypes: [Household, AdministrativeUnit],
  references: {
    HousingGrant: resolveHousingGrant,
    MeritoriousRecord: resolveMeritoriousRecord,
    Person: resolvePerson,
    Household: resolveHousehold,
    AdministrativeUnit: resolveAdministrativeUnit,
  },
};
