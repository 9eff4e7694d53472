import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import { CreditProgramEntity } from "../credit-program/credit-program.entity.js";
import type { LenderKind } from "../credit-program/credit-program.enums.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { CreditProgramPeriod } from "./credit-period.type.js";

/** Loans paid out from the first day of one year to the last day of another, by one kind of lender or (null) both. */
export interface CreditPeriod {
  readonly fromYear: number;
  readonly toYear: number;
  readonly lenderKind: LenderKind | null;
}

/** What was paid out; amounts in dong. */
export interface Disbursed {
  readonly loans: number;
  /** Each household once. */
  readonly households: number;
  readonly disbursed: number;
}

type Row = Record<keyof Disbursed, number | string> & { unitId: string; programId: string };

/** What was lent in each unit over a period; zeros where nothing was. */
export const disbursedInPeriod = defineLoader<Disbursed, CreditPeriod>(async (unitIds, context, period) => {
  const rows = await disbursals(context, unitIds, period).getRawMany<Row>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) =>
    row ? amounts(row) : { loans: 0, households: 0, disbursed: 0 },
  );
});

/** The same by program, in the order of the programs' ids. */
export const programsInPeriod = defineLoader<CreditProgramPeriod[], CreditPeriod>(
  async (unitIds, context, period) => {
    const rows = await disbursals(context, unitIds, period)
      .addSelect("loan.programId", "programId")
      .addGroupBy("loan.programId")
      .orderBy("loan.programId")
      .getRawMany<Row>();
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((programs) =>
      programs.map((row) =>
        Object.assign(new CreditProgramPeriod(), { programId: row.programId, ...amounts(row) }),
      ),
    );
  },
);

function disbursals(
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear, lenderKind }: CreditPeriod,
) {
  const query = context
    .read(LoanEntity, "loan")
    .innerJoin(TerritoryEntity, "territory", "territory.localityId = loan.localityId")
    .select("territory.unitId", "unitId")
    .addSelect("COUNT(*)", "loans")
    .addSelect("COUNT(DISTINCT loan.householdId)", "households")
    .addSelect("SUM(loan.principal)", "disbursed")
    .where("territory.unitId IN (:...unitIds)", { unitIds })
    .andWhere("loan.disbursedOn BETWEEN :from AND :to", { from: firstDayOf(fromYear), to: lastDayOf(toYear) })
    .groupBy("territory.unitId");
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
  loans: Number(loans),
  households: Number(households),
  disbursed: Number(disbursed),
});
