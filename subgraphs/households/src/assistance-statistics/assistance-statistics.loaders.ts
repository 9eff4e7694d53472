import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Period } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { AssistanceTotalEntity } from "../assistance/assistance-total.entity.js";
import { AssistanceEntity } from "../assistance/assistance.entity.js";
import type { RecipientUnit } from "../assistance/recipient-unit.js";
import { groupByContainingUnit } from "../reporting/group-by-containing-unit.js";
import type { AssistanceStatistics, RecipientCount } from "./assistance-statistics.type.js";

interface Row {
  readonly unitId: string;
  readonly programCode: string;
  readonly recipientUnit: RecipientUnit;
  readonly recipients: Sum;
  readonly households: Sum;
  readonly amount: Sum;
}

// Listed in both parts of the UNION: the query builder puts the columns of a SELECT in an order of its own.
const columns = "unitId, programCode, recipientUnit, recipients, households, amount";

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

/** What households and people on the register were granted, by program. */
const grantedByName = (
  context: RequestContext,
  unitIds: readonly string[],
  period: Period,
): SelectQueryBuilder<AssistanceEntity> =>
  groupByUnit(context.statistics(AssistanceEntity, "assistance"), "assistance", unitIds)
    .addSelect("assistance.programCode", "programCode")
    .addSelect("CASE WHEN assistance.personId IS NULL THEN 'HOUSEHOLDS' ELSE 'PEOPLE' END", "recipientUnit")
    .addSelect("COUNT(DISTINCT COALESCE(assistance.personId, assistance.householdId))", "recipients")
    .addSelect("COUNT(DISTINCT assistance.householdId)", "households")
    .addSelect(
      `SUM(assistance.amount * CASE WHEN assistance.isMonthly THEN ${monthsIn(period)} ELSE 1 END)`,
      "amount",
    )
    .andWhere("assistance.from <= :lastDay AND (assistance.to IS NULL OR assistance.to >= :firstDay)", {
      firstDay: firstDayOf(period.fromYear),
      lastDay: lastDayOf(period.toYear),
    })
    .addGroupBy("assistance.programCode")
    .addGroupBy("recipientUnit");

/** What units reported of programs in figures alone. */
const reportedInFigures = (
  context: RequestContext,
  unitIds: readonly string[],
  { fromYear, toYear }: Period,
): SelectQueryBuilder<AssistanceTotalEntity> =>
  groupByContainingUnit(context.statistics(AssistanceTotalEntity, "total"), "total", unitIds)
    .addSelect("total.programCode", "programCode")
    .addSelect("total.recipientUnit", "recipientUnit")
    .addSelect("SUM(total.recipients)", "recipients")
    .addSelect(
      "SUM(CASE WHEN total.recipientUnit = 'HOUSEHOLDS' THEN total.recipients ELSE 0 END)",
      "households",
    )
    .addSelect("SUM(total.amount)", "amount")
    .where("total.year BETWEEN :fromYear AND :toYear", { fromYear, toYear })
    .addGroupBy("total.programCode")
    .addGroupBy("total.recipientUnit");

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

function countRecipients(rows: readonly Row[]): RecipientCount[] {
  const units = [...new Set(rows.map(({ recipientUnit }) => recipientUnit))].toSorted();
  return units.map((unit) => {
    const ofUnit = rows.filter(({ recipientUnit }) => recipientUnit === unit);
    return { unit, count: sum(ofUnit, "recipients") };
  });
}

const sum = (rows: readonly Row[], column: "recipients" | "households" | "amount"): number =>
  rows.reduce((total, row) => total + toNumber(row[column]), 0);
