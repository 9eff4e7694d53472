import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { LenderKind } from "../credit-program/credit-program.enums.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { CreditProgramPeriod } from "./credit-period.type.js";

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

/** What one program paid out in one unit. */
interface ProgramDisbursed extends Disbursed {
  readonly unitId: string;
  readonly programId: string;
}

type Row = Record<keyof Disbursed, Sum> & { readonly unitId: string };

/** What was lent in each unit over a period; zeros where nothing was. */
export const disbursedInPeriod = defineLoader<Disbursed, CreditPeriod>(async (unitIds, context, period) => {
  const rows = await disbursals(context, unitIds, period).getRawMany<Row>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) =>
    row ? amounts(row) : { loans: 0, households: 0, disbursed: 0 },
  );
});

/** What each program lent in each unit over a period, in the order of the programs' ids. */
export const programsInPeriod = defineLoader<CreditProgramPeriod[], CreditPeriod>(
  async (unitIds, context, period) => {
    const programs = await readProgramDisbursals(context, unitIds, period);
    return groupByKey(unitIds, programs, ({ unitId }) => unitId).map((ofUnit) =>
      ofUnit.map((program) => Object.assign(new CreditProgramPeriod(), program)),
    );
  },
);

/** What each program lent in each unit over a period: one statement, in the order of the programs' ids. */
export async function readProgramDisbursals(
  context: RequestContext,
  unitIds: readonly string[],
  period: CreditPeriod,
): Promise<ProgramDisbursed[]> {
  const rows = await disbursals(context, unitIds, period)
    .addSelect("loan.programId", "programId")
    .addGroupBy("loan.programId")
    .orderBy("loan.programId")
    .getRawMany<Row & { readonly programId: string }>();
  return rows.map((row) => ({ unitId: row.unitId, programId: row.programId, ...amounts(row) }));
}

function disbursals(
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear, lenderKind }: CreditPeriod,
): SelectQueryBuilder<LoanEntity> {
  const query = groupByUnit(context.statistics(LoanEntity, "loan"), "loan", unitIds)
    .addSelect("COUNT(*)", "loans")
    .addSelect("COUNT(DISTINCT loan.householdId)", "households")
    .addSelect("SUM(loan.principal)", "disbursed")
    .andWhere("loan.disbursedOn BETWEEN :from AND :to", {
      from: firstDayOf(fromYear),
      to: lastDayOf(toYear),
    });
  if (lenderKind) {
    query.innerJoin(
      CreditProgramEntity,
      "program",
      "program.id = loan.programId AND program.lenderKind = :lenderKind",
      { lenderKind },
    );
  }
  return query;
}

const amounts = ({ loans, households, disbursed }: Row): Disbursed => ({
  loans: toNumber(loans),
  households: toNumber(households),
  disbursed: toNumber(disbursed),
});
