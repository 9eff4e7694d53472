import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { inject } from "vitest";
import { startGraph, type GraphUnderTest } from "./graph.js";
import "./prepared-databases.js";

type Row = Readonly<Record<string, string | number>>;

/** A part of the statistics of a unit and year, and how it is counted from the rows. */
export interface CountedPart<Statistics> {
  /** What the graph answers, in any order. */
  answered(statistics: Statistics): readonly Row[];
  /**
   * SQL that gives the same rows, each after the unit's id, for `:units` in the year from `:from` to `:to`, which are
   * days.
   */
  readonly sql: string;
}

interface Statistic<Statistics> {
  readonly department: string;
  /** The field of AdministrativeUnit, such as "housing". */
  readonly field: string;
  readonly selection: string;
  readonly parts: readonly CountedPart<Statistics>[];
}

/** Provinces of today and closed, a district, and communes of today and closed. */
const units = [
  ["24", "2025-12-31"],
  ["27", "2024-12-31"],
  ["01", "2025-12-31"],
  ["240", "2024-12-31"],
  ["07582", "2025-12-31"],
  ["07582", "2024-12-31"],
] as const;

const years = [2019, 2024, 2025];

/**
 * The SQL for the rows of a table that lie in the units: it continues SELECT and is continued by WHERE or a join. On SQLite
 * CROSS JOIN reads the table once; with JOIN it would be read once for each locality, because no index serves such counts.
 */
export const ofUnits = (table: string): string =>
  `FROM ${table} CROSS JOIN territory ON territory.locality_id = ${table}.locality_id AND territory.unit_id IN (:units)`;

/** The same statistics as the graph answers them and as they are counted from the rows: part by part, year by year. */
export async function answeredAndCounted<Statistics>(statistic: Statistic<Statistics>) {
  const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";
  const graph = await startGraph();
  const databases = await openDatabases(new Map(inject("locations")[dialect]));
  try {
    const answers = await ask<Statistics>(graph, statistic);
    const ids = answers.map(({ id }) => id);
    const answered: string[][] = [];
    const counted: string[][] = [];
    for (const part of statistic.parts)
      for (const year of years) {
        const ofYear = (answer: Answer<Statistics>) => part.answered(answer[`of${year}`] as Statistics);
        answered.push(answers.flatMap((answer) => comparable(answer.id, ofYear(answer))));
        counted.push(await count(databases, statistic.department, part.sql, { ids, year }));
      }
    return { answered, counted };
  } finally {
    await closeDatabases(databases);
    await graph.close();
  }
}

type Answer<Statistics> = { readonly id: string } & Readonly<Record<`of${number}`, Statistics>>;

function ask<Statistics>(
  graph: GraphUnderTest,
  { field, selection }: Statistic<Statistics>,
): Promise<Answer<Statistics>[]> {
  const fields = years.map((year) => `of${year}: ${field}(year: ${year}) { ${selection} }`).join(" ");
  const query = `query ($code: String!, $on: Date) { administrativeUnit(code: $code, on: $on) { id ${fields} } }`;
  return Promise.all(
    units.map(async ([code, on]) => {
      const data = await graph.expectData(query, { code, on });
      return data["administrativeUnit"] as Answer<Statistics>;
    }),
  );
}

async function count(
  databases: Databases,
  department: string,
  sql: string,
  { ids, year }: { readonly ids: readonly string[]; readonly year: number },
): Promise<string[]> {
  const values = { units: ids, from: [`${year}-01-01`], to: [`${year}-12-31`] };
  const parameters: string[] = [];
  const text = sql.replaceAll(/:(units|from|to)\b/g, (_, key: keyof typeof values) => {
    parameters.push(...values[key]);
    return values[key].map(() => "?").join(", ");
  });
  const rows: Row[] = (await databases.get(department)?.reader.query(text, parameters)) ?? [];
  const ofUnit = groupBy(rows, (row) => row["unit_id"]);
  return ids.flatMap((id) => comparable(id, ofUnit.get(id) ?? []));
}

/** Rows without those of zeros, in an order of their own. MySQL's driver gives sums as texts. */
const comparable = (id: string, rows: readonly Row[]): string[] =>
  rows
    .map((row) => Object.values(row).filter((value) => value !== id))
    .map((row) => row.map((value) => (/^[\d.]+$/.test(String(value)) ? Number(value) : value)))
    .filter((values) => values.some((value) => typeof value === "number" && value !== 0))
    .map((values) => [id, ...values].join(" "))
    .toSorted();
