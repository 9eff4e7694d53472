import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

interface Row {
  readonly figure: string;
  readonly code: string;
  readonly on: string;
  readonly year: string;
  readonly field: string;
  readonly expected: string;
}

interface Support {
  readonly program: string;
  readonly kind: string;
  readonly houses: number;
  readonly amount: number;
}

const rows = parse<Row>(readFileSync(new URL("../fixtures/published-numbers.csv", import.meta.url)), {
  columns: true,
});

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const selections: Record<string, string> = {
  poverty:
    "poverty(year: $year) { poor nearPoor povertyRatePercent nearPovertyRatePercent noLongerPoorDuringYear fellIntoPovertyDuringYear }",
  housing: `housing(year: $year) { socialHousingProjects landAreaHectares plannedApartments completedApartments
    landReservedHectares livingAreaSquareMetersPerPerson supports { program kind houses amount } }`,
};

test.each(rows)(
  "$figure: $code at the end of $year: $field is $expected",
  async ({ code, on, year, field, expected }) => {
    const section = field.split(".")[0] ?? "";
    const data = await graph.expectData(
      `query ($code: String!, $on: Date!, $year: Int!) { administrativeUnit(code: $code, on: $on) { ${selections[section]} } }`,
      { code, on, year: Number(year) },
    );
    const value = evaluate(data["administrativeUnit"], field);
    if (expected.startsWith("more than ")) expect(value).toBeGreaterThan(Number(expected.slice(10)));
    else expect(value).toBe(Number(expected));
  },
);

/** A path such as `poverty.poor`, a difference of two, or a sum over supports of a program and kinds. */
function evaluate(unit: unknown, field: string): number {
  const [left = "", right] = field.split(" - ");
  if (right) return evaluate(unit, left) - evaluate(unit, right);
  const path = left.split(".");
  const value = path.slice(0, 2).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], unit);
  return Array.isArray(value) ? sumSupports(value as Support[], path.slice(2)) : Number(value);
}

function sumSupports(supports: readonly Support[], conditions: readonly string[]): number {
  const measure = conditions.at(-1) === "amount" ? "amount" : "houses";
  const [program, kinds] = conditions.slice(0, -1);
  return supports
    .filter((support) => support.program === program && (kinds?.split("+").includes(support.kind) ?? true))
    .reduce((sum, support) => sum + support[measure], 0);
}
