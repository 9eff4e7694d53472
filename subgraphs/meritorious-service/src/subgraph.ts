import { resolveStub } from "@an-sinh/subgraph-kit/federation/resolve-stub";
import type { SubgraphDefinition } from "@an-sinh/subgraph-kit/federation/subgraph";
import { sampleResolver } from "@an-sinh/subgraph-kit/sample-data";
import {
  CareStatistics,
  HealthInsuranceStatistics,
  HousingGrantStatistics,
  PaymentChannelStatistics,
} from "./meritorious-statistics/care-statistics.type.js";
import {
  MeritoriousCategoryStatistics,
  MeritoriousStatistics,
} from "./meritorious-statistics/meritorious-statistics.type.js";
import { AllowanceResolver } from "./allowance/allowance.resolver.js";
import { PersonAllowancesResolver } from "./allowance/person-allowances.resolver.js";
import { RecordAllowancesResolver } from "./allowance/record-allowances.resolver.js";
import { BasePayResolver } from "./base-pay/base-pay.resolver.js";
import { CareBenefitResolver } from "./care-benefit/care-benefit.resolver.js";
import { RecordCareBenefitsResolver } from "./care-benefit/record-care-benefits.resolver.js";
import { CareNormResolver } from "./care-norm/care-norm.resolver.js";
import { meritoriousServiceModel } from "./database.js";
import { AdministrativeUnit } from "./external/administrative-unit.stub.js";
import { Household } from "./external/household.stub.js";
import { HealthInsuranceCardResolver } from "./health-insurance-card/health-insurance-card.resolver.js";
import { RecordCardsResolver } from "./health-insurance-card/record-cards.resolver.js";
import { HealthInsuranceNormResolver } from "./health-insurance-norm/health-insurance-norm.resolver.js";
import { HouseholdGrantsResolver } from "./housing-grant/household-grants.resolver.js";
import { resolveHousingGrant } from "./housing-grant/housing-grant.reference.js";
import { HousingGrantResolver } from "./housing-grant/housing-grant.resolver.js";
import { RecordGrantsResolver } from "./housing-grant/record-grants.resolver.js";
import { MeritoriousCategoryResolver } from "./meritorious-category/meritorious-category.resolver.js";
import { HouseholdRecordsResolver } from "./meritorious-record/household-records.resolver.js";
import { resolveMeritoriousRecord } from "./meritorious-record/meritorious-record.reference.js";
import { MeritoriousRecordResolver } from "./meritorious-record/meritorious-record.resolver.js";
import { PersonRecordsResolver } from "./meritorious-record/person-records.resolver.js";
import { CareStatisticsResolver } from "./meritorious-statistics/care-statistics.resolver.js";
import { MeritoriousStatisticsResolver } from "./meritorious-statistics/meritorious-statistics.resolver.js";
import { UnitMeritoriousResolver } from "./meritorious-statistics/unit-meritorious.resolver.js";
import { PaymentResolver } from "./payment/payment.resolver.js";
import { RecordPaymentsResolver } from "./payment/record-payments.resolver.js";
import { StandardLevelResolver } from "./standard-level/standard-level.resolver.js";
import { meritoriousTotals } from "./totals.js";

/** Types of statistics, each with the field `isSample`. */
const withSampleMark = [
  MeritoriousStatistics,
  MeritoriousCategoryStatistics,
  PaymentChannelStatistics,
  CareStatistics,
  HousingGrantStatistics,
  HealthInsuranceStatistics,
];

export const meritoriousService: SubgraphDefinition = {
  name: "meritorious-service",
  model: meritoriousServiceModel,
  totals: meritoriousTotals,
  resolvers: [
    MeritoriousCategoryResolver,
    MeritoriousRecordResolver,
    PersonRecordsResolver,
    HouseholdRecordsResolver,
    AllowanceResolver,
    RecordAllowancesResolver,
    PersonAllowancesResolver,
    PaymentResolver,
    RecordPaymentsResolver,
    StandardLevelResolver,
    BasePayResolver,
    CareNormResolver,
    CareBenefitResolver,
    RecordCareBenefitsResolver,
    HealthInsuranceNormResolver,
    HealthInsuranceCardResolver,
    RecordCardsResolver,
    HousingGrantResolver,
    RecordGrantsResolver,
    HouseholdGrantsResolver,
    MeritoriousStatisticsResolver,
    CareStatisticsResolver,
    UnitMeritoriousResolver,
    ...withSampleMark.map(sampleResolver),
  ],
  orphanedTypes: [Household, AdministrativeUnit],
  references: {
    HousingGrant: resolveHousingGrant,
    MeritoriousRecord: resolveMeritoriousRecord,
    Person: resolveStub,
    Household: resolveStub,
    AdministrativeUnit: resolveStub,
  },
};
