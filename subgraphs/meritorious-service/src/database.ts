import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { seenByEveryone } from "@an-sinh/subgraph-kit/rows/visibility";
import { recountOutdated } from "@an-sinh/subgraph-kit/totals/recount-outdated";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import { seenInTheLocalityOf, seenInTheirLocality } from "@an-sinh/territory/seen-in-areas";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { AllowanceEntity } from "./allowance/allowance.entity.js";
import { BasePayEntity } from "./base-pay/base-pay.entity.js";
import { CareBenefitEntity } from "./care-benefit/care-benefit.entity.js";
import { CareNormEntity } from "./care-norm/care-norm.entity.js";
import { HealthInsuranceCardEntity } from "./health-insurance-card/health-insurance-card.entity.js";
import { HealthInsuranceNormEntity } from "./health-insurance-norm/health-insurance-norm.entity.js";
import { HousingGrantNormEntity } from "./housing-grant/housing-grant-norm.entity.js";
import { HousingGrantEntity } from "./housing-grant/housing-grant.entity.js";
import { MeritoriousCategoryEntity } from "./meritorious-category/meritorious-category.entity.js";
import { MeritoriousRecordEntity } from "./meritorious-record/meritorious-record.entity.js";
import { PaymentEntity } from "./payment/payment.entity.js";
import { ResponsibleAgencyEntity } from "./responsible-agency/responsible-agency.entity.js";
import { StandardLevelEntity } from "./standard-level/standard-level.entity.js";
import { AddTotals1795734810584 as TotalsMysql } from "./migrations/mysql/1795734810584-add-totals.js";
import { AddTotals1795734810584 as TotalsSqlite } from "./migrations/sqlite/1795734810584-add-totals.js";
import { Initial1795699206084 as InitialMysql } from "./migrations/mysql/1795699206084-initial.js";
import { Initial1795699206084 as InitialSqlite } from "./migrations/sqlite/1795699206084-initial.js";
import { LawOfTheDay1795721683617 as LawOfTheDayMysql } from "./migrations/mysql/1795721683617-law-of-the-day.js";
import { LawOfTheDay1795721683617 as LawOfTheDaySqlite } from "./migrations/sqlite/1795721683617-law-of-the-day.js";
import { DataVersion1795799900003 as DataVersionMysql } from "./migrations/mysql/1795799900003-data-version.js";
import { DataVersion1795799900003 as DataVersionSqlite } from "./migrations/sqlite/1795799900003-data-version.js";
import { meritoriousTotals } from "./totals.js";
import { Translations1795822400003 as TranslationsMysql } from "./migrations/mysql/1795822400003-translations.js";
import { Translations1795822400003 as TranslationsSqlite } from "./migrations/sqlite/1795822400003-translations.js";

/** The tables of the department's database, and the migrations that create them. */
export const meritoriousServiceModel: DatabaseModel = {
  entities: [
    ...seenByEveryone(
      LoadedSampleEntity,
      TerritoryEntity,
      TranslationEntity,
      MeritoriousCategoryEntity,
      StandardLevelEntity,
      BasePayEntity,
      CareNormEntity,
      HealthInsuranceNormEntity,
      ResponsibleAgencyEntity,
      HousingGrantNormEntity,
      DataVersionEntity,
      TotalsVersionEntity,
      ...meritoriousTotals.map(({ entity }) => entity),
    ),
    ...seenInTheirLocality(MeritoriousRecordEntity),
    ...seenInTheLocalityOf(
      { parent: MeritoriousRecordEntity, parentKey: "id", key: "recordId" },
      AllowanceEntity,
      PaymentEntity,
      CareBenefitEntity,
      HealthInsuranceCardEntity,
      HousingGrantEntity,
    ),
  ],
  migrations: {
    sqlite: [InitialSqlite, LawOfTheDaySqlite, TotalsSqlite, DataVersionSqlite, TranslationsSqlite],
    mysql: [InitialMysql, LawOfTheDayMysql, TotalsMysql, DataVersionMysql, TranslationsMysql],
  },
  afterMigrations: (database) => recountOutdated(database, meritoriousTotals),
};
