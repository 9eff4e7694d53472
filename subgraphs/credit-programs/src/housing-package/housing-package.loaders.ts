import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { BorrowerKind } from "../loan/loan.enums.js";
import { PackageBalanceTotalEntity, PackageTotalEntity } from "./package-total.entity.js";
import { PackageVolumeEntity } from "./package-volume.entity.js";

/** What was lent to one kind of borrower. */
export interface Lending {
  readonly loans: number;
  /** Dong. */
  readonly drawn: number;
  /** Dong. */
  readonly drawnDuringYear: number;
  /** Dong. Null: not on record. */
  readonly outstanding: number | null;
}

/** What one bank lent. */
export interface BankLending {
  readonly bank: string;
  readonly developers: Lending;
  readonly buyers: Lending;
}

export const nothingLent: Lending = { loans: 0, drawn: 0, drawnDuringYear: 0, outstanding: 0 };

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
export const housingPackageOfUnit = defineLoader<BankLending[], { readonly year: number }>(
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
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map(byBank);
  },
);

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

function byBank(rows: readonly Row[]): BankLending[] {
  const banks = new Map<string, BankLending>();
  for (const row of rows) {
    const { bank } = row;
    const known = banks.get(bank) ?? { bank, developers: nothingLent, buyers: nothingLent };
    const side = row.borrowerKind === "HOUSING_DEVELOPER" ? "developers" : "buyers";
    banks.set(bank, { ...known, [side]: toLending(row) });
  }
  return [...banks.values()];
}

function toLending(row: Row): Lending {
  const isBalanceKnown = row.outstanding !== null || toNumber(row.reported) > 0;
  return {
    loans: toNumber(row.loans),
    drawn: toNumber(row.drawn),
    drawnDuringYear: toNumber(row.drawnDuringYear),
    outstanding: isBalanceKnown ? toNumber(row.outstanding) : null,
  };
}
