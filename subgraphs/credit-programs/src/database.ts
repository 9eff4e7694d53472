import type { DatabaseModel } from "@an-sinh/subgraph-kit/database/database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { CreditProgramEntity } from "./credit-program/credit-program.entity.js";
import { CreditTermsEntity } from "./credit-program/credit-terms.entity.js";
import { PreferredRateEntity } from "./credit-program/preferred-rate.entity.js";
import { EligibilityRuleEntity } from "./credit-eligibility/eligibility-rule.entity.js";
import { PackageVolumeEntity } from "./housing-package/package-volume.entity.js";
import { LoanEntity } from "./loan/loan.entity.js";
import { LoanYearEndEntity } from "./loan/loan-year-end.entity.js";
import { RepaymentEntity } from "./repayment/repayment.entity.js";
import { SavingsGroupEntity } from "./savings-group/savings-group.entity.js";
import { TransactionOfficeEntity } from "./transaction-office/transaction-office.entity.js";
import { Initial1795699203546 as InitialMysql } from "./migrations/mysql/1795699203546-initial.js";
import { Initial1795699203546 as InitialSqlite } from "./migrations/sqlite/1795699203546-initial.js";
import { RatesThatFollow1795722691690 as RatesThatFollowMysql } from "./migrations/mysql/1795722691690-rates-that-follow.js";
import { RatesThatFollow1795722691690 as RatesThatFollowSqlite } from "./migrations/sqlite/1795722691690-rates-that-follow.js";

/** The tables of the department's database, and how they came to be. */
export const creditProgramsModel: DatabaseModel = {
  entities: [
    LoadedSampleEntity,
    TerritoryEntity,
    CreditProgramEntity,
    CreditTermsEntity,
    PreferredRateEntity,
    EligibilityRuleEntity,
    PackageVolumeEntity,
    TransactionOfficeEntity,
    SavingsGroupEntity,
    LoanEntity,
    RepaymentEntity,
    LoanYearEndEntity,
  ],
  migrations: { sqlite: [InitialSqlite, RatesThatFollowSqlite], mysql: [InitialMysql, RatesThatFollowMysql] },
};
