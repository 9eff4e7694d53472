import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { compareNames } from "@an-sinh/subgraph-kit/vietnamese-order";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { BorrowerKind } from "../loan/loan.enums.js";
import { HousingPackageOfBank, HousingPackageStatistics, PackageLending } from "./housing-package.type.js";
import { PackageBalanceTotalEntity, PackageTotalEntity } from "./package-total.entity.js";
import { PackageVolumeEntity } from "./package-volume.entity.js";

/** What one bank lent to one kind of borrower. */
interface Row {
  readonly unitId: string;
  readonly bank: string;
  readonly borrowerKind: BorrowerKind;
  readonly loans: Sum;
  readonly drawn: Sum;
  readonly drawnDuringYear: Sum;
  /** Null: no loan has a balance at the end of the year. */
  readonly outstanding: Sum;
  /** Of how many loans the bank's figures reach the end of the year. */
  readonly reported: Sum;
}

/** The package's loans in each unit up to the end of a year: one statement, however many units. */
export const housingPackageOfUnit = defineLoader<HousingPackageStatistics, { readonly year: number }>(
  async (unitIds, context, { year }) => {
    const rows = await context
      .statistics(PackageTotalEntity, "total")
      .leftJoin(
        PackageBalanceTotalEntity,
        "balance",
        "balance.unitId = total.unitId AND balance.year = :year AND balance.bank = total.bank AND balance.borrowerKind = total.borrowerKind",
      )
      .select("total.unitId", "unitId")
      .addSelect("total.bank", "bank")
      .addSelect("total.borrowerKind", "borrowerKind")
      .addSelect("SUM(total.loans)", "loans")
      .addSelect("SUM(total.drawn)", "drawn")
      .addSelect("SUM(CASE WHEN total.year = :year THEN total.drawn ELSE 0 END)", "drawnDuringYear")
      .addSelect("SUM(total.reportedChange)", "reported")
      .addSelect("MAX(balance.outstanding)", "outstanding")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId")
      .addGroupBy("total.bank")
      .addGroupBy("total.borrowerKind")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => toStatistics(ofUnit, year));
  },
);

/** The package's loans in all provinces on record, up to the end of a year. */
export const readPackageLending = (
  context: RequestContext,
  year: number,
): Promise<HousingPackageStatistics> => context.load(housingPackageOfUnit, wholeCountry, { year });

/** The package's volume on a day. Null: none is on record. */
export function findPackageVolume(context: RequestContext, on: string): Promise<PackageVolumeEntity | null> {
  return context
    .read(PackageVolumeEntity, "volume")
    .innerJoin(
      CreditProgramEntity,
      "program",
      "program.id = volume.programId AND program.code = 'SOCIAL_HOUSING_PACKAGE'",
    )
    .where(inForceSql("volume.validFrom", "volume.validTo", ":on"), { on })
    .getOne();
}

function toStatistics(rows: readonly Row[], year: number): HousingPackageStatistics {
  const banks = new Map<string, HousingPackageOfBank>();
  for (const row of rows) {
    const bank = banks.get(row.bank) ?? Object.assign(new HousingPackageOfBank(), { bank: row.bank });
    banks.set(row.bank, bank);
    bank[row.borrowerKind === "HOUSING_DEVELOPER" ? "developers" : "buyers"] = toLending(row);
  }
  return new HousingPackageStatistics(
    year,
    [...banks.values()].toSorted((a, b) => compareNames(a.bank, b.bank)),
  );
}

function toLending(row: Row): PackageLending {
  const isBalanceKnown = row.outstanding !== null || toNumber(row.reported) > 0;
  return Object.assign(new PackageLending(), {
    loans: toNumber(row.loans),
    drawn: toNumber(row.drawn),
    drawnDuringYear: toNumber(row.drawnDuringYear),
    outstanding: isBalanceKnown ? toNumber(row.outstanding) : null,
  });
}
