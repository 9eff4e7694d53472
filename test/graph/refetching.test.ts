import { afterAll, beforeAll, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

/** Where objects are found for a root field that gives one by its id. */
const found: Readonly<Record<string, string>> = {
  administrativeUnitById: "administrativeUnits(first: 3) { edges { node { id } } }",
  creditProgramById: "creditPrograms { id }",
  household: "households(first: 3) { edges { node { id } } }",
  housingGrant: "meritoriousRecords(first: 100) { edges { node { housingGrants { id } } } }",
  loan: "loans(first: 3) { edges { node { id } } }",
  meritoriousRecord: "meritoriousRecords(first: 3) { edges { node { id } } }",
  person: "households(first: 3) { edges { node { head { id } } } }",
  publishedFigure: "publishedFigures(first: 3) { edges { node { id } } }",
  socialHousingApplication:
    "socialHousingProjects(first: 20) { edges { node { applications(first: 3) { edges { node { id } } } } } }",
  socialHousingProject: "socialHousingProjects(first: 3) { edges { node { id } } }",
};

test.each(Object.entries(found))(
  "%s gives several objects by their ids in one statement",
  async (field, where) => {
    const answer = JSON.stringify(await graph.expectData(`{ ${where} }`));
    const ids = [...answer.matchAll(/"id":"([^"]+)"/g)].map(([, id = ""]) => id).slice(0, 3);
    expect(ids).toHaveLength(3);
    const aliases = (values: readonly string[]) =>
      values.map((id, index) => `a${index}: ${field}(id: ${JSON.stringify(id)}) { __typename id }`).join(" ");
    graph.takeStatements();
    const data = await graph.expectData(`{ ${aliases([...ids, "unknown"])} }`);
    expect(Object.values(graph.takeStatements())).toEqual([1]);
    expect(Object.values(data)).toEqual([...ids.map((id) => expect.objectContaining({ id })), null]);
  },
);
