import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { AssistanceTotalEntity } from "../assistance/assistance-total.entity.js";
import { AssistanceEntity } from "../assistance/assistance.entity.js";
import { RecipientUnit } from "../assistance/recipient-unit.js";
import { groupByContainingUnit } from "../reporting/group-by-containing-unit.js";
import type { AssistanceStatistics, RecipientCount } from "./assistance-statistics.type.js";

const recipientUnits = Object.values(RecipientUnit);

/** The column that counts recipients of a kind. */
type CountColumn = `count_${RecipientUnit}`;

const countOf = (unit: RecipientUnit): CountColumn => `count_${unit}`;

type Row = Readonly<Record<CountColumn | "households" | "amount", Sum>> & {
  readonly unitId: string;
  readonly programCode: string;
};

// Listed in both parts of the UNION: the query builder puts the columns of a SELECT in an order of its own.
const columns = ["unitId", "programCode", ...recipientUnits.map(countOf), "households", "amount"].join(", ");

/** What each program gave in each unit, by the program's code. Programs that gave nothing are left out. */
export const assistanceStatistics = defineLoader<AssistanceStatistics[], Period>(
  async (unitIds, context, period) => {
    const [granted, grantedParameters] = grantedByName(context, unitIds, period).getQueryAndParameters();
    const [reported, reportedParameters] = reportedInFigures(
      context,
      unitIds,
      period,
    ).getQueryAndParameters();
    // Raw SQL: the query builder has no UNION.
    const rows = await context.statistics<Row>(
      `SELECT ${columns} FROM (${granted}) granted UNION ALL SELECT ${columns} FROM (${reported}) reported`,
      [...grantedParameters, ...reportedParameters],
    );
    return groupByKey(unitIds, rows, ({ unitId }) => unitId).map((ofUnit) => byProgram(ofUnit, period));
  },
);

/** How recipients who are on the register are counted. */
const grantedCounts: Readonly<Record<RecipientUnit, string>> = {
  PEOPLE: "COUNT(DISTINCT assistance.personId)",
  HOUSEHOLDS: "COUNT(DISTINCT CASE WHEN assistance.personId IS NULL THEN assistance.householdId END)",
  BUSINESS_HOUSEHOLDS: "0",
  ENTERPRISES: "0",
};

/** What households and people on the register were granted, by program. */
function grantedByName(
  context: RequestContext,
  unitIds: readonly string[],
  period: Period,
): SelectQueryBuilder<AssistanceEntity> {
  const query = groupByUnit(context.statistics(AssistanceEntity, "assistance"), "assistance", unitIds)
    .addSelect("assistance.programCode", "programCode")
    .addSelect("COUNT(DISTINCT assistance.householdId)", "households")
    .addSelect(
      `SUM(assistance.amount * CASE WHEN assistance.isMonthly THEN ${monthsIn(period)} ELSE 1 END)`,
      "amount",
    )
    .andWhere("assistance.from <= :lastDay AND (assistance.to IS NULL OR assistance.to >= :firstDay)", {
      firstDay: firstDayOf(period.fromYear),
      lastDay: lastDayOf(period.toYear),
    })
    .addGroupBy("assistance.programCode");
  for (const unit of recipientUnits) query.addSelect(grantedCounts[unit], countOf(unit));
  return query;
}

/** What units reported of programs in figures alone. */
function reportedInFigures(
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear }: Period,
): SelectQueryBuilder<AssistanceTotalEntity> {
  const query = groupByContainingUnit(context.statistics(AssistanceTotalEntity, "total"), "total", unitIds)
    .addSelect("total.programCode", "programCode")
    .addSelect(sumOf("HOUSEHOLDS"), "households")
    .addSelect("SUM(total.amount)", "amount")
    .where("total.year BETWEEN :fromYear AND :toYear", { fromYear, toYear })
    .addGroupBy("total.programCode");
  for (const unit of recipientUnits) query.addSelect(sumOf(unit), countOf(unit));
  return query;
}

const sumOf = (unit: RecipientUnit): string =>
  `SUM(CASE WHEN total.recipientUnit = '${unit}' THEN total.recipients ELSE 0 END)`;

/** The months of a grant that lie in a period. */
function monthsIn({ fromYear, toYear }: Period): string {
  const [first, last] = [monthNumber(fromYear, 1), monthNumber(toYear, 12)];
  const [from, to] = [monthNumberSql("assistance.from"), monthNumberSql("assistance.to")];
  const start = `CASE WHEN ${from} > ${first} THEN ${from} ELSE ${first} END`;
  const end = `CASE WHEN assistance.to IS NULL OR ${to} > ${last} THEN ${last} ELSE ${to} END`;
  return `(${end}) - (${start}) + 1`;
}

/** Months are numbered from the year 0, so that the months between two days are a difference. */
const monthNumber = (year: number, month: number): number => year * 12 + month;

const monthNumberSql = (day: string): string =>
  `(CAST(SUBSTR(${day}, 1, 4) AS SIGNED) * 12 + CAST(SUBSTR(${day}, 6, 2) AS SIGNED))`;

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

const sum = (rows: readonly Row[], column: CountColumn | "households" | "amount"): number =>
  rows.reduce((total, row) => total + toNumber(row[column]), 0);
