import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { readProgramDisbursals } from "./credit-period.loaders.js";
import { CreditProgramStatistics } from "./credit-statistics.type.js";

interface OfYear {
  readonly year: number;
}

type BalanceRow = Record<"borrowers" | "households" | "outstanding" | "overdue", Sum> & {
  readonly unitId: string;
  readonly programId: string;
};

/** The figures of each unit by program: two statements, however many units. */
export const programStatisticsOfUnit = defineLoader<CreditProgramStatistics[], OfYear>(
  async (unitIds, context, { year }) => {
    const [balances, disbursals] = await Promise.all([
      readBalances(context, unitIds, year),
      readProgramDisbursals(context, unitIds, { fromYear: year, toYear: year, lenderKind: null }),
    ]);
    const rows = new UnitRows();
    for (const { unitId, programId, borrowers, households, outstanding, overdue } of balances) {
      Object.assign(rows.of(unitId, programId), {
        borrowers: toNumber(borrowers),
        households: toNumber(households),
        outstanding: toNumber(outstanding),
        overdue: toNumber(overdue),
      });
    }
    for (const { unitId, programId, loans, households, disbursed } of disbursals) {
      const program = { disbursedLoans: loans, disbursedHouseholds: households, disbursed };
      Object.assign(rows.of(unitId, programId), program);
    }
    return unitIds.map((unitId) => rows.ofUnit(unitId));
  },
);

/** How many households of each unit have something outstanding on 31 December. One with several loans counts once. */
export const borrowingHouseholdsOfUnit = defineLoader<number, OfYear>(async (unitIds, context, { year }) => {
  const rows = await balancesWithin(context, unitIds, year)
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .getRawMany<{ unitId: string; households: Sum }>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) => toNumber(row?.households));
});

function balancesWithin(
  context: RequestContext,
  unitIds: readonly string[],
  year: number,
): SelectQueryBuilder<LoanYearEndEntity> {
  return groupByUnit(context.statistics(LoanYearEndEntity, "balance"), "balance", unitIds).andWhere(
    "balance.year = :year",
    { year },
  );
}

function readBalances(
  context: RequestContext,
  unitIds: readonly string[],
  year: number,
): Promise<BalanceRow[]> {
  return balancesWithin(context, unitIds, year)
    .addSelect("balance.programId", "programId")
    .addSelect("COUNT(DISTINCT balance.borrowerKey)", "borrowers")
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("SUM(balance.overdue)", "overdue")
    .addGroupBy("balance.programId")
    .getRawMany<BalanceRow>();
}

/** Puts the figures of one program in one unit together. */
class UnitRows {
  readonly #byUnit = new Map<string, Map<string, CreditProgramStatistics>>();

  of(unitId: string, programId: string): CreditProgramStatistics {
    const unit = this.#byUnit.get(unitId) ?? new Map<string, CreditProgramStatistics>();
    this.#byUnit.set(unitId, unit);
    const program = unit.get(programId) ?? Object.assign(new CreditProgramStatistics(), { programId });
    unit.set(programId, program);
    return program;
  }

  /** By program id, so that the order does not depend on the figures. */
  ofUnit(unitId: string): CreditProgramStatistics[] {
    const programs = [...(this.#byUnit.get(unitId)?.values() ?? [])];
    return programs.toSorted((a, b) => (a.programId < b.programId ? -1 : 1));
  }
}
