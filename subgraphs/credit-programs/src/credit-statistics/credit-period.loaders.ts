import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { isFirstInPeriod } from "@an-sinh/subgraph-kit/totals/year-runs";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { LenderKind } from "../credit-program/credit-program.enums.js";
import { LendingTotalEntity, type LendingScope } from "./lending-total.entity.js";

/** Loans paid out from the first day of one year to the last day of another, by one kind of lender or (null) both. */
export interface CreditPeriod extends Period {
  readonly lenderKind: LenderKind | null;
}

/** What was paid out; amounts in dong. */
export interface Disbursed {
  readonly loans: number;
  /** Each household once. */
  readonly households: number;
  readonly disbursed: number;
}

/** What was paid out under one program. */
export interface ProgramDisbursed extends Disbursed {
  readonly programId: string;
}

type Row = Record<keyof Disbursed, Sum> & { readonly unitId: string };

/** What was lent in each unit over a period; zeros where nothing was. */
export const disbursedInPeriod = defineLoader<Disbursed, CreditPeriod>(async (unitIds, context, period) => {
  const scope = period.lenderKind ? "LENDER_KIND" : "ALL";
  const rows = await disbursals(context, unitIds, period, scope)
    .andWhere("total.part = :part", { part: period.lenderKind ?? "" })
    .getRawMany<Row>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) =>
    row ? amounts(row) : { loans: 0, households: 0, disbursed: 0 },
  );
});

/** What each program lent in each unit over a period, in the order of the programs' ids. */
export const programsInPeriod = defineLoader<ProgramDisbursed[], CreditPeriod>(
  async (unitIds, context, period) => {
    const { lenderKind } = period;
    const query = disbursals(context, unitIds, period, "PROGRAM")
      .addSelect("total.part", "programId")
      .addGroupBy("total.part")
      .orderBy("total.part");
    if (lenderKind) {
      const isOfKind = "program.id = total.part AND program.lenderKind = :lenderKind";
      query.innerJoin(CreditProgramEntity, "program", isOfKind, { lenderKind });
    }
    const rows = await query.getRawMany<Row & { readonly programId: string }>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) =>
      ofUnit.map((row) => ({ programId: row.programId, ...amounts(row) })),
    );
  },
);

/** Loans are counted in rows of one year, which lie in the period or outside it. */
const isInPeriod = "total.fromYear >= :fromYear AND total.toYear <= :toYear";

/** What was lent in each unit. */
function disbursals(
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear }: Period,
  scope: LendingScope,
): RowQuery<LendingTotalEntity> {
  return context
    .statistics(LendingTotalEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect(sumWhere(isInPeriod, "loans"), "loans")
    .addSelect(sumWhere(isInPeriod, "disbursed"), "disbursed")
    .addSelect(sumWhere(isFirstInPeriod("total"), "households"), "households")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.scope = :scope", { scope })
    .andWhere("total.fromYear <= :toYear AND total.toYear >= :fromYear")
    .groupBy("total.unitId")
    .setParameters({ fromYear, toYear });
}

const sumWhere = (condition: string, column: string) =>
  `SUM(CASE WHEN ${condition} THEN total.${column} ELSE 0 END)`;

const amounts = ({ loans, households, disbursed }: Row): Disbursed => ({
  loans: toNumber(loans),
  households: toNumber(households),
  disbursed: toNumber(disbursed),
});
