import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { LoanEntity } from "../loan/loan.entity.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { CreditProgramStatistics } from "./credit-statistics.type.js";

type Raw<Column extends string> = { unitId: string; programId: string } & Record<
  Column,
  number | string | null
>;
interface OfYear {
  readonly year: number;
}

/** The figures of each unit by program: two statements, however many units. */
export const programStatisticsOfUnit = defineLoader<CreditProgramStatistics[], OfYear>(
  async (unitIds, context, { year }) => {
    const [balances, disbursals] = await Promise.all([
      readBalances(context, unitIds, year),
      readDisbursals(context, unitIds, year),
    ]);
    const rows = new UnitRows();
    for (const { unitId, programId, borrowers, households, outstanding, overdue } of balances) {
      Object.assign(rows.of(unitId, programId), {
        borrowers: Number(borrowers),
        households: Number(households),
        outstanding: Number(outstanding),
        overdue: Number(overdue),
      });
    }
    for (const { unitId, programId, loans, households, disbursed } of disbursals) {
      Object.assign(rows.of(unitId, programId), {
        disbursedLoans: Number(loans),
        disbursedHouseholds: Number(households),
        disbursed: Number(disbursed),
      });
    }
    return unitIds.map((unitId) => rows.ofUnit(unitId));
  },
);

/** Households of each unit with something outstanding on 31 December; one with several loans counts once. */
export const borrowingHouseholdsOfUnit = defineLoader<number, OfYear>(async (unitIds, context, { year }) => {
  const rows = await balancesWithin(context, unitIds, year)
    .select("territory.unitId", "unitId")
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .groupBy("territory.unitId")
    .getRawMany<{ unitId: string; households: number | string }>();
  const byUnit = new Map(rows.map((row) => [row.unitId, Number(row.households)]));
  return unitIds.map((unitId) => byUnit.get(unitId) ?? 0);
});

function balancesWithin(context: RequestContext, unitIds: readonly string[], year: number) {
  return context
    .read(LoanYearEndEntity, "balance")
    .innerJoin(TerritoryEntity, "territory", "territory.localityId = balance.localityId")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .andWhere("balance.year = :year", { year });
}

function readBalances(context: RequestContext, unitIds: readonly string[], year: number) {
  return balancesWithin(context, unitIds, year)
    .select("territory.unitId", "unitId")
    .addSelect("balance.programId", "programId")
    .addSelect("COUNT(DISTINCT balance.borrowerKey)", "borrowers")
    .addSelect("COUNT(DISTINCT balance.householdId)", "households")
    .addSelect("SUM(balance.outstanding)", "outstanding")
    .addSelect("SUM(balance.overdue)", "overdue")
    .groupBy("territory.unitId")
    .addGroupBy("balance.programId")
    .getRawMany<Raw<"borrowers" | "households" | "outstanding" | "overdue">>();
}

function readDisbursals(context: RequestContext, unitIds: readonly string[], year: number) {
  return context
    .read(LoanEntity, "loan")
    .innerJoin(TerritoryEntity, "territory", "territory.localityId = loan.localityId")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .andWhere("loan.disbursedOn BETWEEN :from AND :to", { from: `${year}-01-01`, to: `${year}-12-31` })
    .select("territory.unitId", "unitId")
    .addSelect("loan.programId", "programId")
    .addSelect("COUNT(*)", "loans")
    .addSelect("COUNT(DISTINCT loan.householdId)", "households")
    .addSelect("SUM(loan.principal)", "disbursed")
    .groupBy("territory.unitId")
    .addGroupBy("loan.programId")
    .getRawMany<Raw<"loans" | "households" | "disbursed">>();
}

const nothing = {
  borrowers: 0,
  households: 0,
  disbursedLoans: 0,
  disbursedHouseholds: 0,
  disbursed: 0,
  outstanding: 0,
  overdue: 0,
};

/** Puts the figures of one program in one unit together. */
class UnitRows {
  readonly #byUnit = new Map<string, Map<string, CreditProgramStatistics>>();

  of(unitId: string, programId: string): CreditProgramStatistics {
    const unit = this.#byUnit.get(unitId) ?? new Map<string, CreditProgramStatistics>();
    this.#byUnit.set(unitId, unit);
    const program =
      unit.get(programId) ?? Object.assign(new CreditProgramStatistics(), { programId }, nothing);
    unit.set(programId, program);
    return program;
  }

  /** By program id, so that the order does not depend on the figures. */
  ofUnit(unitId: string): CreditProgramStatistics[] {
    const programs = [...(this.#byUnit.get(unitId)?.values() ?? [])];
    return programs.toSorted((a, b) => (a.programId < b.programId ? -1 : 1));
  }
}
