import type { DatabaseModel } from "@an-sinh/kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/kit/database/loaded-sample.entity";
import { TerritoryEntity } from "@an-sinh/kit/territory/territory.entity";
import { AdministrativeUnitEntity } from "./administrative-unit/administrative-unit.entity.js";
import { AdministrativeUnitSuccessionEntity } from "./administrative-unit/administrative-unit-succession.entity.js";
import { HouseholdEntity } from "./household/household.entity.js";
import { PersonEntity } from "./person/person.entity.js";
import { HouseholdClassificationEntity } from "./poverty-review/household-classification.entity.js";
import { PovertyReviewEntity } from "./poverty-review/poverty-review.entity.js";
import { PovertyStandardEntity } from "./poverty-standard/poverty-standard.entity.js";
import { HouseholdTotalEntity } from "./poverty-statistics/household-total.entity.js";
import { Initial1795295763073 as InitialSqlite } from "./migrations/sqlite/1795295763073-initial.js";
import { Initial1795295763073 as InitialMysql } from "./migrations/mysql/1795295763073-initial.js";

/** The tables of the department's database, and how they came to be. */
export const householdsModel: DatabaseModel = {
  entities: [
    LoadedSampleEntity,
    TerritoryEntity,
    AdministrativeUnitEntity,
    AdministrativeUnitSuccessionEntity,
    HouseholdEntity,
    PersonEntity,
    PovertyStandardEntity,
    PovertyReviewEntity,
    HouseholdClassificationEntity,
    HouseholdTotalEntity,
  ],
  migrations: { sqlite: [InitialSqlite], mysql: [InitialMysql] },
};
