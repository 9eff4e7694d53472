import type { DatabaseModel } from "@an-sinh/kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/kit/database/loaded-sample.entity";
import { TerritoryEntity } from "@an-sinh/kit/territory/territory.entity";
import { AllowanceEntity } from "./allowance/allowance.entity.js";
import { MeritoriousCategoryEntity } from "./meritorious-category/meritorious-category.entity.js";
import { MeritoriousRecordEntity } from "./meritorious-record/meritorious-record.entity.js";
import { PaymentEntity } from "./payment/payment.entity.js";
import { StandardLevelEntity } from "./standard-level/standard-level.entity.js";
import { Initial1795295773448 as InitialSqlite } from "./migrations/sqlite/1795295773448-initial.js";
import { Initial1795295773448 as InitialMysql } from "./migrations/mysql/1795295773448-initial.js";

/** The tables of the department's database, and how they came to be. */
export const meritoriousServiceModel: DatabaseModel = {
  entities: [
    LoadedSampleEntity,
    TerritoryEntity,
    MeritoriousCategoryEntity,
    StandardLevelEntity,
    MeritoriousRecordEntity,
    AllowanceEntity,
    PaymentEntity,
  ],
  migrations: { sqlite: [InitialSqlite], mysql: [InitialMysql] },
};
