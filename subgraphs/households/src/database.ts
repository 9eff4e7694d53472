import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { seenByEveryone } from "@an-sinh/subgraph-kit/rows/visibility";
import { recountOutdated } from "@an-sinh/subgraph-kit/totals/recount-outdated";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import { seenInTheLocalityOf, seenInTheirLocality } from "@an-sinh/territory/seen-in-areas";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { AdministrativeUnitSuccessionEntity } from "./administrative-unit/administrative-unit-succession.entity.js";
import { AdministrativeUnitEntity } from "./administrative-unit/administrative-unit.entity.js";
import { AssistanceLevelEntity } from "./assistance-program/assistance-level.entity.js";
import { AssistanceProgramEntity } from "./assistance-program/assistance-program.entity.js";
import { AssistanceTotalEntity } from "./assistance/assistance-total.entity.js";
import { AssistanceEntity } from "./assistance/assistance.entity.js";
import { ExtremelyDifficultAreaEntity } from "./extreme-difficulty/extremely-difficult-area.entity.js";
import { FundYearEntity } from "./fund-for-the-poor/fund-year.entity.js";
import { HouseholdClassificationEntity } from "./household-classification/household-classification.entity.js";
import { HouseholdUnitEntity } from "./household/household-unit.entity.js";
import { HouseholdEntity } from "./household/household.entity.js";
import { LaborYearEntity } from "./labor/labor-year.entity.js";
import { LivelihoodModelEntity } from "./livelihood-model/livelihood-model.entity.js";
import { Initial1795699197925 as InitialMysql } from "./migrations/mysql/1795699197925-initial.js";
import { Initial1795699197925 as InitialSqlite } from "./migrations/sqlite/1795699197925-initial.js";
import { AddPartialBirthDate1795722029247 as AddPartialBirthDateMysql } from "./migrations/mysql/1795722029247-add-partial-birth-date.js";
import { AddPartialBirthDate1795722029247 as AddPartialBirthDateSqlite } from "./migrations/sqlite/1795722029247-add-partial-birth-date.js";
import { PovertyStandardReviews1795723517718 as StandardReviewsMysql } from "./migrations/mysql/1795723517718-poverty-standard-reviews.js";
import { PovertyStandardReviews1795723517718 as StandardReviewsSqlite } from "./migrations/sqlite/1795723517718-poverty-standard-reviews.js";
import { PopulationAndTargets1795722500000 as PopulationAndTargetsMysql } from "./migrations/mysql/1795722500000-population-and-targets.js";
import { PopulationAndTargets1795722500000 as PopulationAndTargetsSqlite } from "./migrations/sqlite/1795722500000-population-and-targets.js";
import { AssistanceTerms1795724382124 as AssistanceTermsMysql } from "./migrations/mysql/1795724382124-assistance-terms.js";
import { AssistanceTerms1795724382124 as AssistanceTermsSqlite } from "./migrations/sqlite/1795724382124-assistance-terms.js";
import { ClassTotals1795734447799 as ClassTotalsMysql } from "./migrations/mysql/1795734447799-class-totals.js";
import { ClassTotals1795734447799 as ClassTotalsSqlite } from "./migrations/sqlite/1795734447799-class-totals.js";
import { ReportedTotals1795735725874 as ReportedTotalsMysql } from "./migrations/mysql/1795735725874-reported-totals.js";
import { ReportedTotals1795735725874 as ReportedTotalsSqlite } from "./migrations/sqlite/1795735725874-reported-totals.js";
import { DataVersion1795799900000 as DataVersionMysql } from "./migrations/mysql/1795799900000-data-version.js";
import { DataVersion1795799900000 as DataVersionSqlite } from "./migrations/sqlite/1795799900000-data-version.js";
import { SearchUnits1795812000000 as SearchUnitsMysql } from "./migrations/mysql/1795812000000-search-units.js";
import { SearchUnits1795812000000 as SearchUnitsSqlite } from "./migrations/sqlite/1795812000000-search-units.js";
import { PersonEntity } from "./person/person.entity.js";
import { PovertyReviewEntity } from "./poverty-review/poverty-review.entity.js";
import { PovertyStandardEntity } from "./poverty-standard/poverty-standard.entity.js";
import { PopulationTotalEntity } from "./population-statistics/population-total.entity.js";
import { HouseholdTotalEntity } from "./poverty-statistics/household-total.entity.js";
import { CapitalYearEntity } from "./program-capital/capital-year.entity.js";
import { NationalProgramEntity } from "./program-capital/national-program.entity.js";
import { ComponentProjectEntity, SubProjectEntity } from "./program-capital/program-projects.entity.js";
import { FigureQualifierEntity } from "./published-figure/figure-qualifier.entity.js";
import { PublishedFigureEntity } from "./published-figure/published-figure.entity.js";
import { SchoolMilkTermEntity } from "./school-milk/school-milk-term.entity.js";
import { SupportTopUpEntity } from "./support-top-up/support-top-up.entity.js";
import { TargetEntity } from "./target/target.entity.js";
import { householdsTotals } from "./totals.js";
import { Translations1795822400000 as TranslationsMysql } from "./migrations/mysql/1795822400000-translations.js";
import { Translations1795822400000 as TranslationsSqlite } from "./migrations/sqlite/1795822400000-translations.js";

/** The tables of the department's database, and the migrations that make them. */
export const householdsModel: DatabaseModel = {
  entities: [
    ...seenByEveryone(
      LoadedSampleEntity,
      TerritoryEntity,
      TranslationEntity,
      AdministrativeUnitEntity,
      AdministrativeUnitSuccessionEntity,
      PovertyStandardEntity,
      HouseholdTotalEntity,
      PopulationTotalEntity,
      ExtremelyDifficultAreaEntity,
      FigureQualifierEntity,
      PublishedFigureEntity,
      SchoolMilkTermEntity,
      AssistanceTotalEntity,
      AssistanceLevelEntity,
      AssistanceProgramEntity,
      FundYearEntity,
      LaborYearEntity,
      LivelihoodModelEntity,
      CapitalYearEntity,
      NationalProgramEntity,
      ComponentProjectEntity,
      SubProjectEntity,
      SupportTopUpEntity,
      TargetEntity,
      DataVersionEntity,
      TotalsVersionEntity,
      ...householdsTotals.map(({ entity }) => entity),
    ),
    ...seenInTheirLocality(HouseholdEntity, HouseholdClassificationEntity),
    ...seenInTheLocalityOf(
      { parent: HouseholdEntity, parentKey: "id", key: "householdId" },
      PersonEntity,
      PovertyReviewEntity,
      AssistanceEntity,
    ),
    ...seenInTheLocalityOf({ parent: HouseholdEntity, parentKey: "code", key: "code" }, HouseholdUnitEntity),
  ],
  migrations: {
    sqlite: [
      InitialSqlite,
      AddPartialBirthDateSqlite,
      PopulationAndTargetsSqlite,
      StandardReviewsSqlite,
      AssistanceTermsSqlite,
      ClassTotalsSqlite,
      ReportedTotalsSqlite,
      DataVersionSqlite,
      SearchUnitsSqlite,
      TranslationsSqlite,
    ],
    mysql: [
      InitialMysql,
      AddPartialBirthDateMysql,
      PopulationAndTargetsMysql,
      StandardReviewsMysql,
      AssistanceTermsMysql,
      ClassTotalsMysql,
      ReportedTotalsMysql,
      DataVersionMysql,
      SearchUnitsMysql,
      TranslationsMysql,
    ],
  },
  afterMigrations: (database) => recountOutdated(database, householdsTotals),
};
