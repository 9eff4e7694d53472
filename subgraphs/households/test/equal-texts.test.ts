import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";

/** Texts that a collation for a language would take for each other. */
const names = ["Tày", "tày", "TÀY", "Tay", "Tây", "Tậy", "Đay", "Day", "Ta y", "Tà", "Tày\tx", "ﬁ", "fi"];

/** The forms in which a client may send a text. */
const formsOf = (text: string) => [text, text.normalize("NFD"), `\u00a0${text} `, `\n${text}`];

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startHouseholdsGraph(
      {
        households: [...names.map((ethnicGroup) => ({ ethnicGroup })), { id: "H1" }],
        people: [
          { id: "p1", householdId: "h1" },
          { id: "P1", householdId: "H1" },
        ],
        figures: names.map((program, index) => ({ id: `f${index}`, program, indicator: program })),
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  test.each([
    ["households", "HouseholdFilter", "ethnicGroup"],
    ["publishedFigures", "PublishedFigureFilter", "program"],
    ["publishedFigures", "PublishedFigureFilter", "indicator"],
  ])(
    "%s are found by exactly the text that they have, in whatever form it is sent",
    async (field, type, by) => {
      const query = `query ($filter: ${type}) { list: ${field}(filter: $filter) { edges { node { ${by} } } } }`;
      for (const name of names) {
        for (const form of formsOf(name)) {
          const found = await graph.expectData(query, { filter: { [by]: form } });
          expect(found, form).toEqual({ list: { edges: [{ node: { [by]: name } }] } });
        }
      }
    },
  );

  test("an id is another one in other case, also where it is a key of an entity", async () => {
    const selection = "id members { id }";
    const found = [
      { id: "h1", members: [{ id: "p1" }] },
      { id: "H1", members: [{ id: "P1" }] },
    ];
    const keys = ["h1", "H1", "h1 ", "h1\u0000", "H2"].map((id) => ({ id }));
    expect(await graph.expectEntities("Household", keys, selection)).toEqual([...found, null, null, null]);
    const query = `{ lower: household(id: "h1") { ${selection} } upper: household(id: " H1 ") { ${selection} } }`;
    expect(await graph.expectData(query)).toEqual({ lower: found[0], upper: found[1] });
  });
});
