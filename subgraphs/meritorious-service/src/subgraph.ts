import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { AllowanceResolver } from "./allowance/allowance.resolver.js";
import { meritoriousServiceModel } from "./database.js";
import { resolveAdministrativeUnit } from "./external/administrative-unit.reference.js";
import { AdministrativeUnit } from "./external/administrative-unit.type.js";
import { AdministrativeUnitResolver } from "./external/administrative-unit.resolver.js";
import { resolveHousehold } from "./external/household.reference.js";
import { Household } from "./external/household.type.js";
import { HouseholdResolver } from "./external/household.resolver.js";
import { resolvePerson } from "./external/person.reference.js";
import { PersonResolver } from "./external/person.resolver.js";
import { HousingGrantResolver } from "./housing-grant/housing-grant.resolver.js";
import { MeritoriousCategoryResolver } from "./meritorious-category/meritorious-category.resolver.js";
import { resolveMeritoriousRecord } from "./meritorious-record/meritorious-record.reference.js";
import { MeritoriousRecordResolver } from "./meritorious-record/meritorious-record.resolver.js";
import { MeritoriousStatisticsResolver } from "./meritorious-statistics/meritorious-statistics.resolver.js";

export const meritoriousService: SubgraphDefinition = {
  name: "meritorious-service",
  model: meritoriousServiceModel,
  resolvers: [
    MeritoriousCategoryResolver,
    MeritoriousRecordResolver,
    AllowanceResolver,
    HousingGrantResolver,
    MeritoriousStatisticsResolver,
    PersonResolver,
    HouseholdResolver,
    AdministrativeUnitResolver,
  ],
  orphanedTypes: [Household, AdministrativeUnit],
  references: {
    MeritoriousRecord: resolveMeritoriousRecord,
    Person: resolvePerson,
    Household: resolveHousehold,
    AdministrativeUnit: resolveAdministrativeUnit,
  },
};
