import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { SelectQueryBuilder } from "typeorm";
import { LoanEntity } from "../loan/loan.entity.js";
import { BorrowerKind } from "../loan/loan.enums.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { HousingPackageOfBank, HousingPackageStatistics, PackageLending } from "./housing-package.type.js";
import { PackageVolumeEntity } from "./package-volume.entity.js";

interface OfYear {
  readonly year: number;
}

interface Row {
  unitId: string;
  bank: string;
  borrowerKind: BorrowerKind;
  loans: number | string;
  drawn: number | string;
  drawnDuringYear: number | string;
  /** Null: no loan has a balance at the end of the year. */
  outstanding: number | string | null;
  balanceOn: string;
}

/** Who borrows from the package. A policy loan to buy an apartment is owed by a household. */
const packageBorrowers: readonly BorrowerKind[] = [
  BorrowerKind.HOUSING_DEVELOPER,
  BorrowerKind.HOUSING_BUYER,
];

/** The package's loans in each unit: one statement, however many units. */
export const housingPackageOfUnit = defineLoader<HousingPackageStatistics, OfYear>(
  async (unitIds, context, { year }) => {
    const rows = await packageLoans(context, year)
      .innerJoin(TerritoryEntity, "territory", "territory.localityId = loan.localityId")
      .andWhere("territory.unitId IN (:...unitIds)", { unitIds })
      .addSelect("territory.unitId", "unitId")
      .addGroupBy("territory.unitId")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => toStatistics(ofUnit, year));
  },
);

/** The package's loans in all provinces on record. */
export async function readPackageLending(
  context: RequestContext,
  year: number,
): Promise<HousingPackageStatistics> {
  return toStatistics(await packageLoans(context, year).getRawMany<Row>(), year);
}

/** The package's volume on a day. Null: none is on record. */
export function findPackageVolume(context: RequestContext, on: string): Promise<PackageVolumeEntity | null> {
  return context
    .read(PackageVolumeEntity, "volume")
    .innerJoin("volume.program", "program", "program.code = 'SOCIAL_HOUSING_PACKAGE'")
    .where("volume.validFrom <= :on AND (volume.validTo IS NULL OR volume.validTo >= :on)", { on })
    .getOne();
}

function packageLoans(context: RequestContext, year: number): SelectQueryBuilder<LoanEntity> {
  return context
    .read(LoanEntity, "loan")
    .leftJoin(LoanYearEndEntity, "balance", "balance.loanId = loan.id AND balance.year = :year")
    .select("loan.lenderName", "bank")
    .addSelect("loan.borrowerKind", "borrowerKind")
    .addSelect("COUNT(*)", "loans")
    .addSelect("SUM(loan.principal)", "drawn")
    .addSelect(
      "SUM(CASE WHEN loan.disbursedOn >= :firstDay THEN loan.principal ELSE 0 END)",
      "drawnDuringYear",
    )
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("MAX(loan.balanceOn)", "balanceOn")
    .where("loan.borrowerKind IN (:...packageBorrowers)", { packageBorrowers })
    .andWhere("loan.disbursedOn <= :lastDay")
    .groupBy("loan.lenderName")
    .addGroupBy("loan.borrowerKind")
    .orderBy("loan.lenderName")
    .setParameters({ year, firstDay: firstDayOf(year), lastDay: lastDayOf(year) });
}

function toStatistics(rows: readonly Row[], year: number): HousingPackageStatistics {
  const banks = new Map<string, HousingPackageOfBank>();
  for (const row of rows) {
    const bank = banks.get(row.bank) ?? Object.assign(new HousingPackageOfBank(), { bank: row.bank });
    banks.set(row.bank, bank);
    bank[row.borrowerKind === "HOUSING_DEVELOPER" ? "developers" : "buyers"] = toLending(row, year);
  }
  return new HousingPackageStatistics(year, [...banks.values()]);
}

function toLending(row: Row, year: number): PackageLending {
  const isBalanceKnown = row.outstanding !== null || row.balanceOn >= lastDayOf(year);
  return Object.assign(new PackageLending(), {
    loans: Number(row.loans),
    drawn: Number(row.drawn),
    drawnDuringYear: Number(row.drawnDuringYear),
    outstanding: isBalanceKnown ? Number(row.outstanding ?? 0) : null,
  });
}
