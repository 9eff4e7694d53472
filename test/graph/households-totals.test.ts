import { openDatabases, closeDatabases, type Databases } from "@an-sinh/deployment/databases";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { countAssistance, countSeries, povertyFields } from "../support/counted-households.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import "../support/prepared-databases.js";

const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";

/** A closed province, one that changed to a standard of its own in 2023, a district, and a commune new and old. */
const units: readonly (readonly [code: string, on: string])[] = [
  ["27", "2024-12-31"],
  ["22", "2025-12-31"],
  ["240", "2024-12-31"],
  ["07246", "2025-12-31"],
  ["07246", "2024-12-31"],
];

interface Answered {
  readonly id: string;
  readonly povertySeries: [];
  readonly assistanceInPeriod: readonly { readonly program: { readonly code: string } }[];
}

// The topology makes no difference to totals.
describe.runIf(process.env["TEST_TOPOLOGY"] === "embedded")("in the sample", () => {
  let graph: SharedGraph;
  let databases: Databases;
  beforeAll(async () => {
    graph = await sharedGraph();
    databases = await openDatabases(new Map(inject("locations")[dialect]));
  });
  afterAll(() => closeDatabases(databases));

  const reader = () => {
    const database = databases.get("households");
    if (!database) throw new Error("Expected the database of households.");
    return database.reader;
  };

  /** What units reported in figures comes in addition to what the rows give. */
  const isReportedInFigures = async (): Promise<ReadonlySet<string>> => {
    const rows: { code: string }[] = await reader().query(
      "SELECT DISTINCT program_code AS code FROM assistance_total",
    );
    return new Set(rows.map(({ code }) => code));
  };

  test.each(units)("the statistics of %s on %s are what the rows give", async (code, on) => {
    const { unit } = (await graph.expectData(
      `query ($code: String!, $on: Date!) {
        unit: administrativeUnit(code: $code, on: $on) {
          id
          povertySeries(fromYear: 2022, toYear: 2023, boundary: CURRENT) { ${povertyFields} }
          assistanceInPeriod(fromYear: 2022, toYear: 2025) {
            program { code } households recipients { unit count } amount
          }
        }
      }`,
      { code, on },
    )) as { unit: Answered };
    expect(unit.povertySeries).toHaveLength(2);
    expect(unit.povertySeries.slice(1)).toEqual(
      await countSeries(reader(), unit.id, unit.povertySeries, false),
    );
    const reported = await isReportedInFigures();
    const byName = (given: { readonly program: { readonly code: string } }) =>
      !reported.has(given.program.code);
    const granted = await countAssistance(reader(), unit.id, 2022, 2025);
    expect(unit.assistanceInPeriod.filter(byName)).toEqual(granted.filter(byName));
  });
});
