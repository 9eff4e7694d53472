import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber } from "@an-sinh/subgraph-kit/sums";
import type { BalanceSums } from "../loan-balance/balance-sums.js";
import { balancesIn, readUnitBalances } from "../loan-balance/balance-query.js";
import type { BalanceScope } from "../loan-balance/balance-total.entity.js";
import { programsInPeriod } from "./credit-period.loaders.js";
import { CreditProgramStatistics } from "./credit-statistics.type.js";

interface OfYear {
  readonly year: number;
}

/** What is owed in a unit, to all lenders together or under one program. */
interface Balance extends BalanceSums {
  readonly scope: BalanceScope;
  /** The program's id. */
  readonly part: string;
  /** 0 for all lenders together. */
  readonly borrowers: number;
}

/** The figures of each unit by program: two statements, however many units. */
export const programStatisticsOfUnit = defineLoader<CreditProgramStatistics[], OfYear>(
  async (unitIds, context, { year }) => {
    const period = { fromYear: year, toYear: year, lenderKind: null };
    const ofUnits = unitIds.map(async (unitId) => {
      const [balances, lent] = await Promise.all([
        context.load(balancesOfUnit, unitId, { year }),
        context.load(programsInPeriod, unitId, period),
      ]);
      const programs = new ProgramRows();
      for (const { scope, part, borrowers, households, outstanding, overdue } of balances)
        if (scope === "PROGRAM")
          Object.assign(programs.of(part), { borrowers, households, outstanding, overdue });
      for (const { programId, loans, households, disbursed } of lent)
        Object.assign(programs.of(programId), {
          disbursedLoans: loans,
          disbursedHouseholds: households,
          disbursed,
        });
      return programs.all();
    });
    return Promise.all(ofUnits);
  },
);

/** How many households of a unit have something outstanding on 31 December. One with several loans counts once. */
export async function borrowingHouseholds(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<number> {
  const balances = await context.load(balancesOfUnit, unitId, { year });
  return balances.find(({ scope }) => scope === "ALL")?.households ?? 0;
}

/** What is owed in each unit, to all lenders together and by program. */
const balancesOfUnit = defineLoader<Balance[], OfYear>(async (unitIds, context, { year }) => {
  const rows = await readUnitBalances(context, unitIds, { year, scopes: ["ALL", "PROGRAM"] });
  return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) =>
    ofUnit.map((row) => ({
      scope: row.scope,
      part: row.part,
      borrowers: toNumber(row.borrowers),
      ...balancesIn(row),
    })),
  );
});

/** Puts the figures of one program together. */
class ProgramRows {
  readonly #byId = new Map<string, CreditProgramStatistics>();

  of(programId: string): CreditProgramStatistics {
    const program = this.#byId.get(programId) ?? Object.assign(new CreditProgramStatistics(), { programId });
    this.#byId.set(programId, program);
    return program;
  }

  /** By program id, so that the order does not depend on the figures. */
  all(): CreditProgramStatistics[] {
    return [...this.#byId.values()].toSorted((a, b) => (a.programId < b.programId ? -1 : 1));
  }
}
