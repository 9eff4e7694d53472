import { beforeAll, expect, test } from "vitest";
import { startGraph } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

test("a province without figures has an error at its place in a list, and the others keep theirs", async () => {
  const { data, errors = [] } = await graph.query(
    `{ administrativeUnits(first: 40, filter: { level: PROVINCE, on: "2025-12-31" }) {
      edges { node { name poverty(year: 2025) { poor } } } } }`,
  );
  const units = data?.["administrativeUnits"] as { edges: { node: { poverty: unknown } }[] } | undefined;
  const edges = units?.edges ?? [];
  const without = edges.flatMap(({ node }, index) => (node.poverty === null ? [index] : []));
  expect(edges.length).toBe(34);
  expect(without.length).toBeGreaterThan(0);
  expect(without.length).toBeLessThan(34);
  expect(errors.map(({ path }) => path)).toEqual(
    without.map((index) => ["administrativeUnits", "edges", index, "node", "poverty"]),
  );
  expect(new Set(errors.map(({ extensions }) => extensions["code"]))).toEqual(new Set(["NOT_FOUND"]));
});

test.each([
  ["poverty(year: 2026) { poor }", "poverty"],
  ["poverty(year: 1800) { poor }", "poverty"],
  ['poverty(year: 2025, standard: "no such") { poor }', "poverty"],
  ["povertySeries(fromYear: 2025, toYear: 2020) { poor }", "povertySeries"],
  ["housing(year: 3000) { landAreaHectares }", "housing"],
  ["meritorious(year: 3000) { beneficiaries }", "meritorious"],
  ["children(first: 1000) { totalCount }", "children"],
])("%s is null with an error, and credit beside it arrives", async (field, name) => {
  const { data, errors } = await graph.query(
    `{ administrativeUnit(code: "24", on: "2025-12-31") { ${field} credit(year: 2025) { outstanding } } }`,
  );
  expect(data).toEqual({
    administrativeUnit: { [name]: null, credit: { outstanding: expect.any(Number) } },
  });
  expect(errors).toMatchObject([{ path: ["administrativeUnit", name] }]);
});

test("a root field that is refused leaves the others", async () => {
  const { data, errors } = await graph.query(
    `{ households(first: 1000) { totalCount } loans(first: 0) { totalCount } creditProgram(code: "POOR_HOUSEHOLDS") { code } }`,
  );
  expect(data).toMatchObject({ households: null, loans: null, creditProgram: { code: "POOR_HOUSEHOLDS" } });
  expect(errors?.map(({ path }) => path)).toEqual(expect.arrayContaining([["households"], ["loans"]]));
});

// In one process a SQLite file answers at once: no timer can run in between.
test.skipIf(process.env["TEST_DIALECT"] === "sqlite" && process.env["TEST_TOPOLOGY"] === "embedded")(
  "a department that takes longer than it may is a null with SUBGRAPH_TIMEOUT",
  async () => {
    const hasty = await startGraph({ timeoutMs: 1 });
    try {
      const { data, errors } = await hasty.query("{ households(first: 1) { totalCount } }");
      expect(data).toEqual({ households: null });
      expect(errors).toMatchObject([{ extensions: { code: "SUBGRAPH_TIMEOUT", service: "households" } }]);
    } finally {
      await hasty.close();
    }
  },
);
