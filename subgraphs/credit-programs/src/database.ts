import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { TranslationEntity } from "@an-sinh/subgraph-kit/languages/translation.entity";
import { seenByEveryone } from "@an-sinh/subgraph-kit/rows/visibility";
import { recountOutdated } from "@an-sinh/subgraph-kit/totals/recount-outdated";
import { TotalsVersionEntity } from "@an-sinh/subgraph-kit/totals/totals-version.entity";
import { seenInTheLocalityOf, seenInTheirLocality } from "@an-sinh/territory/seen-in-areas";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { CreditProgramEntity } from "./credit-program/credit-program.entity.js";
import { CreditTermsEntity } from "./credit-program/credit-terms.entity.js";
import { PreferredRateEntity } from "./credit-program/preferred-rate.entity.js";
import { LendingTotalEntity } from "./credit-statistics/lending-total.entity.js";
import { SavingsGroupTotalEntity, UnitSavingsGroupTotalEntity } from "./debts/savings-group-total.entity.js";
import { TransactionOfficeTotalEntity } from "./debts/transaction-office-total.entity.js";
import { EligibilityRuleEntity } from "./credit-eligibility/eligibility-rule.entity.js";
import { PackageBalanceTotalEntity, PackageTotalEntity } from "./housing-package/package-total.entity.js";
import { PackageVolumeEntity } from "./housing-package/package-volume.entity.js";
import { BalanceTotalEntity } from "./loan-balance/balance-total.entity.js";
import { LoanYearEndReportEntity } from "./loan-balance/loan-year-end-report.entity.js";
import { LoanEntity } from "./loan/loan.entity.js";
import { LoanYearEndEntity } from "./loan/loan-year-end.entity.js";
import { FinancingTotalEntity } from "./project-financing/financing-total.entity.js";
import { RepaymentEntity } from "./repayment/repayment.entity.js";
import { SavingsGroupEntity } from "./savings-group/savings-group.entity.js";
import { creditTotals } from "./totals.js";
import { TransactionOfficeEntity } from "./transaction-office/transaction-office.entity.js";
import { Initial1795699203546 as InitialMysql } from "./migrations/mysql/1795699203546-initial.js";
import { Initial1795699203546 as InitialSqlite } from "./migrations/sqlite/1795699203546-initial.js";
import { RatesThatFollow1795722691690 as RatesThatFollowMysql } from "./migrations/mysql/1795722691690-rates-that-follow.js";
import { RatesThatFollow1795722691690 as RatesThatFollowSqlite } from "./migrations/sqlite/1795722691690-rates-that-follow.js";
import { Totals1795734689780 as TotalsSqlite } from "./migrations/sqlite/1795734689780-totals.js";
import { Totals1795734689780 as TotalsMysql } from "./migrations/mysql/1795734689780-totals.js";
import { SlimmerTotals1795746869034 as SlimmerTotalsMysql } from "./migrations/mysql/1795746869034-slimmer-totals.js";
import { SlimmerTotals1795746869034 as SlimmerTotalsSqlite } from "./migrations/sqlite/1795746869034-slimmer-totals.js";
import { CountedLoans1795773494675 as CountedLoansMysql } from "./migrations/mysql/1795773494675-counted-loans.js";
import { CountedLoans1795773494675 as CountedLoansSqlite } from "./migrations/sqlite/1795773494675-counted-loans.js";
import { YearEndReports1795789142524 as YearEndReportsMysql } from "./migrations/mysql/1795789142524-year-end-reports.js";
import { YearEndReports1795789142524 as YearEndReportsSqlite } from "./migrations/sqlite/1795789142524-year-end-reports.js";
import { DataVersion1795799900002 as DataVersionMysql } from "./migrations/mysql/1795799900002-data-version.js";
import { DataVersion1795799900002 as DataVersionSqlite } from "./migrations/sqlite/1795799900002-data-version.js";
import { Translations1795822400002 as TranslationsMysql } from "./migrations/mysql/1795822400002-translations.js";
import { Translations1795822400002 as TranslationsSqlite } from "./migrations/sqlite/1795822400002-translations.js";

/** The tables of the department's database, and how they came to be. */
export const creditProgramsModel: DatabaseModel = {
  entities: [
    ...seenByEveryone(
      LoadedSampleEntity,
      TerritoryEntity,
      TranslationEntity,
      CreditProgramEntity,
      CreditTermsEntity,
      PreferredRateEntity,
      EligibilityRuleEntity,
      PackageVolumeEntity,
      TransactionOfficeEntity,
      DataVersionEntity,
      TotalsVersionEntity,
      BalanceTotalEntity,
      LendingTotalEntity,
      TransactionOfficeTotalEntity,
      PackageTotalEntity,
      PackageBalanceTotalEntity,
      FinancingTotalEntity,
    ),
    ...seenInTheirLocality(SavingsGroupEntity, LoanEntity, LoanYearEndEntity),
    ...seenInTheLocalityOf(
      { parent: SavingsGroupEntity, parentKey: "id", key: "savingsGroupId" },
      UnitSavingsGroupTotalEntity,
      SavingsGroupTotalEntity,
    ),
    ...seenInTheLocalityOf(
      { parent: LoanEntity, parentKey: "id", key: "loanId" },
      RepaymentEntity,
      LoanYearEndReportEntity,
    ),
  ],
  migrations: {
    sqlite: [
      InitialSqlite,
      RatesThatFollowSqlite,
      TotalsSqlite,
      SlimmerTotalsSqlite,
      CountedLoansSqlite,
      YearEndReportsSqlite,
      DataVersionSqlite,
      TranslationsSqlite,
    ],
    mysql: [
      InitialMysql,
      RatesThatFollowMysql,
      TotalsMysql,
      SlimmerTotalsMysql,
      CountedLoansMysql,
      YearEndReportsMysql,
      DataVersionMysql,
      TranslationsMysql,
    ],
  },
  afterMigrations: (database) => recountOutdated(database, creditTotals),
};
