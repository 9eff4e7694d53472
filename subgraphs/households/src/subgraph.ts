import type { SubgraphDefinition } from "@an-sinh/kit/federation/subgraph";
import { resolveAdministrativeUnit } from "./administrative-unit/administrative-unit.reference.js";
import { AdministrativeUnitResolver } from "./administrative-unit/administrative-unit.resolver.js";
import { householdsModel } from "./database.js";
import { resolveHousehold } from "./household/household.reference.js";
import { HouseholdResolver } from "./household/household.resolver.js";
import { resolvePerson } from "./person/person.reference.js";
import { PersonResolver } from "./person/person.resolver.js";
import { HouseholdClassificationResolver } from "./poverty-review/household-classification.resolver.js";
import { PovertyReviewResolver } from "./poverty-review/poverty-review.resolver.js";
import { PovertyStandardResolver } from "./poverty-standard/poverty-standard.resolver.js";
import {
  PovertyStatisticsResolver,
  UnitPovertyResolver,
} from "./poverty-statistics/poverty-statistics.resolver.js";

export const households: SubgraphDefinition = {
  name: "households",
  model: householdsModel,
  resolvers: [
    AdministrativeUnitResolver,
    HouseholdResolver,
    PersonResolver,
    PovertyReviewResolver,
    HouseholdClassificationResolver,
    PovertyStandardResolver,
    UnitPovertyResolver,
    PovertyStatisticsResolver,
  ],
  references: {
    AdministrativeUnit: resolveAdministrativeUnit,
    Household: resolveHousehold,
    Person: resolvePerson,
  },
};
