import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { RecipientUnit } from "../assistance/recipient-unit.js";
import { containedUnits, marks, type Period, type Sum } from "../reporting/contained-units.js";
import type { AssistanceStatistics } from "./assistance-statistics.type.js";

interface Row {
  readonly unit_id: string;
  readonly program_code: string;
  readonly recipient_unit: RecipientUnit;
  readonly recipients: Sum;
  readonly households: Sum;
  readonly amount: Sum;
}

/** Counts months from the year 0, so that the months between two days are a difference. */
const monthOf = (day: string) =>
  `(CAST(SUBSTR(${day}, 1, 4) AS SIGNED) * 12 + CAST(SUBSTR(${day}, 6, 2) AS SIGNED))`;

/** The months of a row that lie in the period. The period's first and last month are inserted as numbers. */
function monthsIn({ fromYear, toYear }: Period): string {
  const first = fromYear * 12 + 1;
  const last = toYear * 12 + 12;
  const start = `CASE WHEN ${monthOf("a.from_on")} > ${first} THEN ${monthOf("a.from_on")} ELSE ${first} END`;
  const end = `CASE WHEN a.to_on IS NULL OR ${monthOf("a.to_on")} > ${last} THEN ${last} ELSE ${monthOf("a.to_on")} END`;
  return `(${end}) - (${start}) + 1`;
}

/** One statement for all units: what was granted by name, and what units reported in figures alone. */
const sql = (unitIds: readonly string[], period: Period): string => `
  ${containedUnits(unitIds)}
  SELECT granted.unit_id, granted.program_code, granted.recipient_unit,
    COUNT(DISTINCT granted.recipient_id) AS recipients, COUNT(DISTINCT granted.household_id) AS households,
    SUM(granted.amount) AS amount
  FROM (
    SELECT t.unit_id, a.program_code, a.household_id,
      CASE WHEN a.person_id IS NULL THEN 'HOUSEHOLDS' ELSE 'PEOPLE' END AS recipient_unit,
      COALESCE(a.person_id, a.household_id) AS recipient_id,
      a.amount * CASE WHEN a.is_monthly THEN ${monthsIn(period)} ELSE 1 END AS amount
    FROM territory t JOIN assistance a ON a.locality_id = t.locality_id
    WHERE t.unit_id IN (${marks(unitIds)}) AND a.from_on <= ? AND (a.to_on IS NULL OR a.to_on >= ?)
  ) granted
  GROUP BY granted.unit_id, granted.program_code, granted.recipient_unit
  UNION ALL
  SELECT c.unit_id, r.program_code, r.recipient_unit, SUM(r.recipients) AS recipients,
    SUM(CASE WHEN r.recipient_unit = 'HOUSEHOLDS' THEN r.recipients ELSE 0 END) AS households,
    SUM(r.amount) AS amount
  FROM contained c JOIN assistance_total r ON r.unit_id = c.part_id AND r.year BETWEEN ? AND ?
  GROUP BY c.unit_id, r.program_code, r.recipient_unit`;

/** What each program gave in each unit, by the program's code. Programs that gave nothing are left out. */
export const assistanceStatistics = defineLoader<AssistanceStatistics[], Period>(
  async (unitIds, context, period) => {
    const { fromYear, toYear } = period;
    const days = [lastDayOf(toYear), firstDayOf(fromYear)];
    const rows = await context.statistics<Row>(sql(unitIds, period), [
      ...unitIds,
      ...unitIds,
      ...days,
      fromYear,
      toYear,
    ]);
    return groupByKey(unitIds, rows, (row) => row.unit_id).map((ofUnit) => byProgram(ofUnit, period));
  },
);

function byProgram(rows: readonly Row[], period: Period): AssistanceStatistics[] {
  const codes = [...new Set(rows.map((row) => row.program_code))].toSorted();
  return codes.map((programCode) => {
    const own = rows.filter((row) => row.program_code === programCode);
    const units = [...new Set(own.map((row) => row.recipient_unit))].toSorted();
    return {
      programCode,
      fromYear: period.fromYear,
      toYear: period.toYear,
      recipients: units.map((unit) => ({
        unit,
        count: sum(
          own.filter((row) => row.recipient_unit === unit),
          "recipients",
        ),
      })),
      households: sum(own, "households"),
      amount: sum(own, "amount"),
    };
  });
}

const sum = (rows: readonly Row[], column: "recipients" | "households" | "amount"): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);
