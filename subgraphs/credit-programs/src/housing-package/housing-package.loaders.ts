import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, inForceSql, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { compareNames } from "@an-sinh/subgraph-kit/vietnamese-order";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import type { BorrowerKind } from "../loan/loan.enums.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { HousingPackageOfBank, HousingPackageStatistics, PackageLending } from "./housing-package.type.js";
import { packageBorrowers } from "./package-borrowers.js";
import { PackageVolumeEntity } from "./package-volume.entity.js";

/** What one bank lent to one kind of borrower. */
interface Row {
  readonly bank: string;
  readonly borrowerKind: BorrowerKind;
  readonly loans: Sum;
  readonly drawn: Sum;
  readonly drawnDuringYear: Sum;
  /** Null: no loan has a balance at the end of the year. */
  readonly outstanding: Sum;
  /** The last day of which a balance is on record. */
  readonly balanceOn: string;
}

/** The package's loans in each unit up to the end of a year: one statement, however many units. */
export const housingPackageOfUnit = defineLoader<HousingPackageStatistics, { readonly year: number }>(
  async (unitIds, context, { year }) => {
    const query = groupByUnit(context.statistics(LoanEntity, "loan"), "loan", unitIds)
      .addSelect("loan.lenderName", "bank")
      .addGroupBy("loan.lenderName");
    const rows = await packageLending(query, year).getRawMany<Row & { readonly unitId: string }>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => toStatistics(ofUnit, year));
  },
);

/** The package's loans in all provinces on record, up to the end of a year. */
export async function readPackageLending(
  context: RequestContext,
  year: number,
): Promise<HousingPackageStatistics> {
  const query = context
    .statistics(LoanEntity, "loan")
    .select("loan.lenderName", "bank")
    .groupBy("loan.lenderName");
  return toStatistics(await packageLending(query, year).getRawMany<Row>(), year);
}

/** The package's volume on a day. Null: none is on record. */
export function findPackageVolume(context: RequestContext, on: string): Promise<PackageVolumeEntity | null> {
  return context
    .read(PackageVolumeEntity, "volume")
    .innerJoin("volume.program", "program", "program.code = 'SOCIAL_HOUSING_PACKAGE'")
    .where(inForceSql("volume.validFrom", "volume.validTo", ":on"), { on })
    .getOne();
}

/** Adds what each bank lent to a query of loans that is grouped by bank. */
function packageLending(query: SelectQueryBuilder<LoanEntity>, year: number): SelectQueryBuilder<LoanEntity> {
  return query
    .leftJoin(LoanYearEndEntity, "balance", "balance.loanId = loan.id AND balance.year = :year")
    .addSelect("loan.borrowerKind", "borrowerKind")
    .addSelect("COUNT(*)", "loans")
    .addSelect("SUM(loan.principal)", "drawn")
    .addSelect(
      "SUM(CASE WHEN loan.disbursedOn >= :firstDay THEN loan.principal ELSE 0 END)",
      "drawnDuringYear",
    )
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("MAX(loan.balanceOn)", "balanceOn")
    .andWhere("loan.borrowerKind IN (:...packageBorrowers)", { packageBorrowers })
    .andWhere("loan.disbursedOn <= :lastDay")
    .addGroupBy("loan.borrowerKind")
    .setParameters({ year, firstDay: firstDayOf(year), lastDay: lastDayOf(year) });
}

function toStatistics(rows: readonly Row[], year: number): HousingPackageStatistics {
  const banks = new Map<string, HousingPackageOfBank>();
  for (const row of rows) {
    const bank = banks.get(row.bank) ?? Object.assign(new HousingPackageOfBank(), { bank: row.bank });
    banks.set(row.bank, bank);
    bank[row.borrowerKind === "HOUSING_DEVELOPER" ? "developers" : "buyers"] = toLending(row, year);
  }
  return new HousingPackageStatistics(
    year,
    [...banks.values()].toSorted((a, b) => compareNames(a.bank, b.bank)),
  );
}

function toLending(row: Row, year: number): PackageLending {
  const isBalanceKnown = row.outstanding !== null || row.balanceOn >= lastDayOf(year);
  return Object.assign(new PackageLending(), {
    loans: toNumber(row.loans),
    drawn: toNumber(row.drawn),
    drawnDuringYear: toNumber(row.drawnDuringYear),
    outstanding: isBalanceKnown ? toNumber(row.outstanding) : null,
  });
}
