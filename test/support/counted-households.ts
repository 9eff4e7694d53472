import { firstDayOf, inForceSql, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { DataSource } from "typeorm";

/*
 * What statistics of the register read from totals, counted from the rows themselves. The rules are written a second time
 * on purpose.
 */

/** Two ends of year, each with its standard and the day whose classes count. */
export interface PovertyQuestion {
  readonly unitId: string;
  readonly standardId: string;
  readonly day: string;
  readonly previousStandardId: string;
  readonly previousDay: string;
  /** Under which standard to look for who was poor before. Null: the one that was reported by. */
  readonly earlierStandardId: string | null;
}

interface SqlPart {
  readonly sql: string;
  readonly values: readonly string[];
}

/** The fields of PovertyStatistics and of its ethnicMinorities that count households of the register. */
export async function countPoverty(source: DataSource, question: PovertyQuestion) {
  const { unitId, standardId, day, previousStandardId, previousDay, earlierStandardId } = question;
  const now = hasClass("c", standardId, day);
  const before = hasClass("c", previousStandardId, previousDay);
  const count = async (counted: SqlPart, kind: string, ...conditions: readonly SqlPart[]) => {
    const all = [counted, { sql: "c.class = ?", values: [kind] }, ...conditions];
    const [row] = await source.query(
      `SELECT COUNT(*) AS n FROM household_classification c
       JOIN household h ON h.id = c.household_id
       JOIN territory t ON t.locality_id = c.locality_id
       WHERE t.unit_id = ? AND ${all.map(({ sql }) => `(${sql})`).join(" AND ")}`,
      [unitId, ...all.flatMap(({ values }) => values)],
    );
    return Number(row.n);
  };
  const isOfMinority: SqlPart = { sql: "h.ethnic_group <> 'Kinh'", values: [] };
  const notPoorBefore = not(exists(hasClass("o", previousStandardId, previousDay), "'POOR'"));
  const notPoorNow = not(exists(hasClass("o", standardId, day), "'POOR'"));
  const onListBefore = exists(hasClass("o", previousStandardId, previousDay), "'POOR', 'NEAR_POOR'");
  const poorEarlier = exists(
    earlierStandardId === null
      ? { sql: "o.is_reporting = 1 AND o.since <= ?", values: [previousDay] }
      : { sql: "o.standard_id = ? AND o.since <= ?", values: [earlierStandardId, previousDay] },
    "'POOR'",
  );
  const [fell, relapsed] = [
    await count(now, "POOR", notPoorBefore),
    await count(now, "POOR", notPoorBefore, poorEarlier),
  ];
  return {
    poor: await count(now, "POOR"),
    nearPoor: await count(now, "NEAR_POOR"),
    newlyEscaped: await count(now, "NEWLY_ESCAPED"),
    escapedDuringYear: await count(now, "NEWLY_ESCAPED", onListBefore),
    noLongerPoorDuringYear: await count(before, "POOR", notPoorNow),
    fellIntoPovertyDuringYear: fell,
    relapsedIntoPovertyDuringYear: relapsed,
    newlyPoorDuringYear: fell - relapsed,
    ethnicMinorities: {
      poor: await count(now, "POOR", isOfMinority),
      nearPoor: await count(now, "NEAR_POOR", isOfMinority),
    },
  };
}

const hasClass = (alias: string, standardId: string, day: string): SqlPart => ({
  sql: `${alias}.standard_id = ? AND ${inForceSql(`${alias}.since`, `${alias}.until`, "?")}`,
  values: [standardId, day, day],
});

/** Whether the same household also has one of the classes so. */
const exists = ({ sql, values }: SqlPart, classes: string): SqlPart => ({
  sql: `EXISTS (SELECT 1 FROM household_classification o
    WHERE o.household_id = c.household_id AND o.class IN (${classes}) AND ${sql})`,
  values,
});

const not = ({ sql, values }: SqlPart): SqlPart => ({ sql: `NOT ${sql}`, values });

/** An answer of povertySeries, of the fields in `povertyFields`. */
interface PovertyYear {
  readonly year: number;
  readonly standard: { readonly id: string };
  readonly countedOn: string;
  readonly ethnicMinorities: object | null;
}

export const povertyFields = `year standard { id } countedOn poor nearPoor newlyEscaped escapedDuringYear
  noLongerPoorDuringYear fellIntoPovertyDuringYear relapsedIntoPovertyDuringYear newlyPoorDuringYear
  ethnicMinorities { poor nearPoor }`;

/** The same series, counted from the rows, without its first year: of the year before that the series does not tell. */
export async function countSeries(
  source: DataSource,
  unitId: string,
  series: readonly PovertyYear[],
  isStandardChosen: boolean,
): Promise<object[]> {
  const counted: object[] = [];
  for (const { year, standard, countedOn } of series.slice(1)) {
    const previous = series.find((other) => other.year === year - 1);
    const question = {
      unitId,
      standardId: standard.id,
      day: countedOn,
      previousStandardId: previous?.standard.id ?? standard.id,
      previousDay: previous?.countedOn ?? lastDayOf(year - 1),
      earlierStandardId: isStandardChosen ? standard.id : null,
    };
    counted.push({ year, standard, countedOn, ...(await countPoverty(source, question)) });
  }
  return counted;
}

/** What each program gave to households and people on the register, by the program's code. */
export async function countAssistance(source: DataSource, unitId: string, fromYear: number, toYear: number) {
  const rows: Record<string, unknown>[] = await source.query(
    `SELECT a.program_code AS code,
       COUNT(DISTINCT a.household_id) AS households,
       COUNT(DISTINCT a.person_id) AS people,
       COUNT(DISTINCT CASE WHEN a.person_id IS NULL THEN a.household_id END) AS whole_households,
       SUM(a.amount * CASE WHEN a.is_monthly = 1 THEN ${monthsIn(fromYear, toYear)} ELSE 1 END) AS amount
     FROM assistance a JOIN territory t ON t.locality_id = a.locality_id
     WHERE t.unit_id = ? AND a.from_on <= ? AND (a.to_on IS NULL OR a.to_on >= ?)
     GROUP BY a.program_code ORDER BY a.program_code`,
    [unitId, lastDayOf(toYear), firstDayOf(fromYear)],
  );
  return rows.map(({ code, ...sums }) => ({
    program: { code: String(code) },
    households: Number(sums["households"]),
    recipients: [
      { unit: "HOUSEHOLDS", count: Number(sums["whole_households"]) },
      { unit: "PEOPLE", count: Number(sums["people"]) },
    ].filter(({ count }) => count > 0),
    amount: Number(sums["amount"]),
  }));
}

/** The months of a grant that lie in a period. */
function monthsIn(fromYear: number, toYear: number): string {
  const [first, last] = [fromYear * 12 + 1, toYear * 12 + 12];
  const month = (day: string) =>
    `(CAST(SUBSTR(${day}, 1, 4) AS SIGNED) * 12 + CAST(SUBSTR(${day}, 6, 2) AS SIGNED))`;
  const [from, to] = [month("a.from_on"), month("a.to_on")];
  const start = `CASE WHEN ${from} > ${first} THEN ${from} ELSE ${first} END`;
  const end = `CASE WHEN a.to_on IS NULL OR ${to} > ${last} THEN ${last} ELSE ${to} END`;
  return `(${end}) - (${start}) + 1`;
}
