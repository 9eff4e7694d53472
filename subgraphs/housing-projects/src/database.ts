import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { seenByEveryone } from "@an-sinh/subgraph-kit/rows/visibility";
import { recountOutdated } from "@an-sinh/subgraph-kit/totals/recount-outdated";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import { seenInTheLocalityOf, seenInTheirLocality } from "@an-sinh/territory/seen-in-areas";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { ApartmentCompletionEntity } from "./apartment-completion/apartment-completion.entity.js";
import { CompletionTargetEntity } from "./completion-target/completion-target.entity.js";
import { NationalApartmentTargetEntity } from "./completion-target/national-apartment-target.entity.js";
import { ProjectCompletionTargetEntity } from "./completion-target/project-completion-target.entity.js";
import { LandReservationEntity } from "./land/land-reservation.entity.js";
import { LivingAreaEntity } from "./housing-statistics/living-area.entity.js";
import { FundingShareEntity } from "./housing-support/funding-share.entity.js";
import { HousingSupportEntity } from "./housing-support/housing-support.entity.js";
import { SocialHousingApplicationEntity } from "./social-housing-application/social-housing-application.entity.js";
import { EligibilityConditionEntity } from "./social-housing-eligibility/eligibility-condition.entity.js";
import { IncomeCeilingEntity } from "./social-housing-eligibility/income-ceiling.entity.js";
import { SocialHousingProjectEntity } from "./social-housing-project/social-housing-project.entity.js";
import { SupportTargetEntity } from "./support-target/support-target.entity.js";
import { OverlapRuleEntity } from "./support-overlap/overlap-rule.entity.js";
import { CountedShares1795773827838 as CountedSharesMysql } from "./migrations/mysql/1795773827838-counted-shares.js";
import { CountedShares1795773827838 as CountedSharesSqlite } from "./migrations/sqlite/1795773827838-counted-shares.js";
import { AddTotals1795734828354 as TotalsMysql } from "./migrations/mysql/1795734828354-add-totals.js";
import { AddTotals1795734828354 as TotalsSqlite } from "./migrations/sqlite/1795734828354-add-totals.js";
import { AddHousingTargets1795724105081 as HousingTargetsMysql } from "./migrations/mysql/1795724105081-add-housing-targets.js";
import { AddNameOrder1795722442383 as NameOrderMysql } from "./migrations/mysql/1795722442383-add-name-order.js";
import { Initial1795699200833 as InitialMysql } from "./migrations/mysql/1795699200833-initial.js";
import { AddHousingTargets1795724105081 as HousingTargetsSqlite } from "./migrations/sqlite/1795724105081-add-housing-targets.js";
import { AddNameOrder1795722442383 as NameOrderSqlite } from "./migrations/sqlite/1795722442383-add-name-order.js";
import { Initial1795699200833 as InitialSqlite } from "./migrations/sqlite/1795699200833-initial.js";
import { DataVersion1795799900001 as DataVersionMysql } from "./migrations/mysql/1795799900001-data-version.js";
import { DataVersion1795799900001 as DataVersionSqlite } from "./migrations/sqlite/1795799900001-data-version.js";
import { housingTotals } from "./totals.js";
import { Translations1795822400001 as TranslationsMysql } from "./migrations/mysql/1795822400001-translations.js";
import { Translations1795822400001 as TranslationsSqlite } from "./migrations/sqlite/1795822400001-translations.js";

/** The tables of the department's database and the migrations that make them. */
export const housingProjectsModel: DatabaseModel = {
  entities: [
    ...seenByEveryone(
      LoadedSampleEntity,
      TerritoryEntity,
      TranslationEntity,
      SocialHousingProjectEntity,
      ApartmentCompletionEntity,
      LandReservationEntity,
      LivingAreaEntity,
      CompletionTargetEntity,
      ProjectCompletionTargetEntity,
      NationalApartmentTargetEntity,
      SupportTargetEntity,
      IncomeCeilingEntity,
      EligibilityConditionEntity,
      OverlapRuleEntity,
      DataVersionEntity,
      TotalsVersionEntity,
      ...housingTotals.map(({ entity }) => entity),
    ),
    ...seenInTheirLocality(HousingSupportEntity),
    ...seenInTheLocalityOf(
      { parent: HousingSupportEntity, parentKey: "id", key: "supportId" },
      FundingShareEntity,
    ),
    ...seenInTheLocalityOf(
      { parent: SocialHousingProjectEntity, parentKey: "id", key: "projectId" },
      SocialHousingApplicationEntity,
    ),
  ],
  migrations: {
    sqlite: [
      InitialSqlite,
      NameOrderSqlite,
      HousingTargetsSqlite,
      TotalsSqlite,
      CountedSharesSqlite,
      DataVersionSqlite,
      TranslationsSqlite,
    ],
    mysql: [
      InitialMysql,
      NameOrderMysql,
      HousingTargetsMysql,
      TotalsMysql,
      CountedSharesMysql,
      DataVersionMysql,
      TranslationsMysql,
    ],
  },
  afterMigrations: (database) => recountOutdated(database, housingTotals),
};
