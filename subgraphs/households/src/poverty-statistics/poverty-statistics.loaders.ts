import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";

/** One unit at the end of one year, under the standards that this year's and the previous year's classes are judged by. */
interface UnitYear {
  readonly unitId: string;
  readonly year: number;
  readonly standardId: string;
  readonly previousStandardId: string;
}

export interface ClassCount {
  readonly class: string;
  readonly households: number;
}

export interface Transitions {
  readonly escaped: number;
  readonly fell: number;
}

type CountRow = { unit_id: string; year: number; standard_id: string; kind: string; total: number | string };

export const unitYearKey = (asked: UnitYear) =>
  JSON.stringify([asked.unitId, asked.year, asked.standardId, asked.previousStandardId]);

const fromKey = (key: string): UnitYear => {
  const [unitId, year, standardId, previousStandardId] = JSON.parse(key) as [string, number, string, string];
  return { unitId, year, standardId, previousStandardId };
};

const yearKey = (unitId: string, year: number) => `${unitId}|${year}`;
export const totalKey = yearKey;

/** All households of a unit at the end of a year, by `unitId|year`. Null: no totals on record. */
export const householdsOfUnit = defineLoader<number | null>(async (keys, context) => {
  const asked = keys.map((key) => key.split("|") as [string, string]);
  const units = [...new Set(asked.map(([unit]) => unit))];
  const years = [...new Set(asked.map(([, year]) => Number(year)))];
  const rows = await context.statistics<{ unit_id: string; year: number; total: number | string }>(
    `SELECT t.unit_id, h.year, SUM(h.households) AS total
     FROM territory t JOIN household_total h ON h.locality_id = t.locality_id
     WHERE t.unit_id IN (${marks(units)}) AND h.year IN (${marks(years)})
     GROUP BY t.unit_id, h.year`,
    [...units, ...years],
  );
  const totals = new Map(rows.map((row) => [yearKey(row.unit_id, row.year), Number(row.total)]));
  return keys.map((key) => totals.get(key) ?? null);
});

/** How many households of a unit have each class at the end of a year. */
export const classCounts = defineLoader<ClassCount[]>(async (keys, context) => {
  const rows = await countByUnitYear(
    context,
    keys,
    (territory, asked) => `
    SELECT t.unit_id, asked.year, asked.standard_id, c.class AS kind, COUNT(*) AS total
    FROM ${asked} CROSS JOIN territory t
    JOIN household_classification c ON c.locality_id = t.locality_id
      AND c.standard_id = asked.standard_id AND ${inForce("c", "asked.day")}
    WHERE t.unit_id IN (${territory})
    GROUP BY t.unit_id, asked.year, asked.standard_id, c.class`,
    1,
  );
  return rows.map((counts) => counts.map(({ kind, total }) => ({ class: kind, households: Number(total) })));
});

/** How many households of a unit stopped and how many began to be poor between two ends of years. */
export const transitions = defineLoader<Transitions>(async (keys, context) => {
  const rows = await countByUnitYear(
    context,
    keys,
    (territory, asked) => `
    ${changed("escaped", territory, asked, "previous_standard_id", "previous_day", "standard_id", "day")}
    UNION ALL
    ${changed("fell", territory, asked, "standard_id", "day", "previous_standard_id", "previous_day")}`,
    2,
  );
  const total = (counts: readonly CountRow[], kind: string) =>
    Number(counts.find((row) => row.kind === kind)?.total ?? 0);
  return rows.map((counts) => ({ escaped: total(counts, "escaped"), fell: total(counts, "fell") }));
});

/** Households that are poor at one end and not at the other. */
function changed(
  kind: string,
  territory: string,
  asked: string,
  poorStandard: string,
  poorDay: string,
  otherStandard: string,
  otherDay: string,
): string {
  return `
    SELECT t.unit_id, asked.year, asked.standard_id, '${kind}' AS kind, COUNT(*) AS total
    FROM ${asked} CROSS JOIN territory t
    JOIN household_classification c ON c.locality_id = t.locality_id
      AND c.standard_id = asked.${poorStandard} AND c.class = 'POOR' AND ${inForce("c", `asked.${poorDay}`)}
    WHERE t.unit_id IN (${territory}) AND NOT EXISTS (
      SELECT 1 FROM household_classification other
      WHERE other.household_id = c.household_id AND other.standard_id = asked.${otherStandard}
        AND other.class = 'POOR' AND ${inForce("other", `asked.${otherDay}`)})
    GROUP BY t.unit_id, asked.year, asked.standard_id`;
}

/**
 * Runs one statement for all units and years asked for: the distinct years and standards become a small
 * table named `asked`, the distinct units a list. `occurrences` is how often the SQL repeats the two.
 */
async function countByUnitYear(
  context: RequestContext,
  keys: readonly string[],
  sql: (territory: string, asked: string) => string,
  occurrences: number,
): Promise<CountRow[][]> {
  const asked = keys.map(fromKey);
  const units = [...new Set(asked.map(({ unitId }) => unitId))];
  const rows = new Map(asked.map((one) => [askedKey(one), askedRow(one)]));
  const parameters = [...[...rows.values()].flat(), ...units];
  const found = await context.statistics<CountRow>(
    sql(marks(units), askedTable(rows.size)),
    Array.from({ length: occurrences }, () => parameters).flat(),
  );
  return asked.map(({ unitId, year, standardId }) =>
    found.filter((row) => row.unit_id === unitId && row.year === year && row.standard_id === standardId),
  );
}

const askedKey = (one: UnitYear) => JSON.stringify([one.year, one.standardId, one.previousStandardId]);

const askedRow = ({ year, standardId, previousStandardId }: UnitYear) => [
  year,
  `${year}-12-31`,
  `${year - 1}-12-31`,
  standardId,
  previousStandardId,
];

function askedTable(rows: number): string {
  const first = "SELECT ? AS year, ? AS day, ? AS previous_day, ? AS standard_id, ? AS previous_standard_id";
  const others = Array.from({ length: rows - 1 }, () => " UNION ALL SELECT ?, ?, ?, ?, ?");
  return `(${first}${others.join("")}) asked`;
}

const inForce = (alias: string, day: string) =>
  `${alias}.since <= ${day} AND (${alias}.until IS NULL OR ${alias}.until >= ${day})`;

const marks = (values: readonly unknown[]) => values.map(() => "?").join(", ");
