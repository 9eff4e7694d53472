import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { isFirstInPeriod } from "@an-sinh/subgraph-kit/totals/year-runs";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { RecipientUnit } from "../assistance/recipient-unit.js";
import type { AssistanceStatistics, RecipientCount } from "./assistance-statistics.type.js";
import { AssistedPeopleTotalEntity } from "./totals/assisted-people-total.entity.js";
import { GrantedTotalEntity } from "./totals/granted-total.entity.js";
import { ReportedTotalEntity } from "./totals/reported-total.entity.js";

const recipientUnits = Object.values(RecipientUnit);

/** The column that counts recipients of a kind. */
type CountColumn = `count_${RecipientUnit}`;

const countOf = (unit: RecipientUnit): CountColumn => `count_${unit}`;

type SumColumn = CountColumn | "households" | "amount";

type Row = Readonly<Record<SumColumn, Sum>> & { readonly unitId: string; readonly programCode: string };

const sumColumns: readonly SumColumn[] = [...recipientUnits.map(countOf), "households", "amount"];

// Listed in each part of the UNION: the query builder puts the columns of a SELECT in an order of its own.
const columns = ["unitId", "programCode", ...sumColumns].join(", ");

/** What each program gave in each unit, by the program's code. Programs that gave nothing are left out. */
export const assistanceStatistics = defineLoader<AssistanceStatistics[], Period>(
  async (unitIds, context, period) => {
    const parts = [grantedToHouseholds, grantedToPeople, reportedInFigures].map((part) =>
      part(context, { unitIds, ...period }).statement(),
    );
    // Raw SQL: the query builder has no UNION.
    const rows = await context.statisticsBySql<Row>({
      sql: parts.map(({ sql }, index) => `SELECT ${columns} FROM (${sql}) part${index}`).join(" UNION ALL "),
      values: parts.flatMap(({ values }) => values),
    });
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => byProgram(ofUnit, period));
  },
);

interface Question extends Period {
  readonly unitIds: readonly string[];
}

/** Adds up totals by unit and program. A column that is not given is 0. */
function sumByProgram<Total extends object>(
  totals: RowQuery<Total>,
  { unitIds, fromYear, toYear }: Question,
  isCounted: string,
  summed: Partial<Record<SumColumn, string>>,
): RowQuery<Total> {
  const query = totals
    .select("total.unitId", "unitId")
    .addSelect("total.programCode", "programCode")
    .where(`total.unitId IN (:...unitIds) AND ${isCounted}`, { unitIds, fromYear, toYear })
    .groupBy("total.unitId")
    .addGroupBy("total.programCode");
  for (const column of sumColumns) query.addSelect(summed[column] ? `SUM(${summed[column]})` : "0", column);
  return query;
}

/** What households on the register were granted, themselves or for members. */
const grantedToHouseholds = (context: RequestContext, question: Question) =>
  sumByProgram(context.statistics(GrantedTotalEntity, "total"), question, isFirstInPeriod("total"), {
    count_HOUSEHOLDS: "total.recipientHouseholds",
    households: "total.households",
    amount: grantedInPeriod,
  });

/** A monthly amount counts for every month begun. */
const grantedInPeriod = `total.amount
  + total.yearlyAmount * (1
    + CASE WHEN total.toYear < :toYear THEN total.toYear ELSE :toYear END
    - CASE WHEN total.fromYear > :fromYear THEN total.fromYear ELSE :fromYear END)
  - CASE WHEN total.fromYear >= :fromYear THEN total.missingInFirstYear ELSE 0 END
  - CASE WHEN total.toYear <= :toYear THEN total.missingInLastYear ELSE 0 END`;

/** The people who were granted something. */
const grantedToPeople = (context: RequestContext, question: Question) =>
  sumByProgram(context.statistics(AssistedPeopleTotalEntity, "total"), question, isFirstInPeriod("total"), {
    count_PEOPLE: "total.people",
  });

/** What units reported of programs in figures alone. */
const reportedInFigures = (context: RequestContext, question: Question) =>
  sumByProgram(
    context.statistics(ReportedTotalEntity, "total"),
    question,
    "total.year BETWEEN :fromYear AND :toYear",
    {
      ...Object.fromEntries(recipientUnits.map((unit) => [countOf(unit), recipientsOf(unit)])),
      households: recipientsOf("HOUSEHOLDS"),
      amount: "total.amount",
    },
  );

const recipientsOf = (unit: RecipientUnit): string =>
  `CASE WHEN total.recipientUnit = '${unit}' THEN total.recipients ELSE 0 END`;

function byProgram(rows: readonly Row[], { fromYear, toYear }: Period): AssistanceStatistics[] {
  const codes = [...new Set(rows.map(({ programCode }) => programCode))].toSorted();
  return codes.map((programCode) => {
    const ofProgram = rows.filter((row) => row.programCode === programCode);
    return {
      programCode,
      fromYear,
      toYear,
      recipients: countRecipients(ofProgram),
      households: sum(ofProgram, "households"),
      amount: sum(ofProgram, "amount"),
    };
  });
}

const countRecipients = (rows: readonly Row[]): RecipientCount[] =>
  recipientUnits
    .toSorted()
    .map((unit) => ({ unit, count: sum(rows, countOf(unit)) }))
    .filter(({ count }) => count > 0);

const sum = (rows: readonly Row[], column: SumColumn): number =>
  rows.reduce((total, row) => total + toNumber(row[column]), 0);
