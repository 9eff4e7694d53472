import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { found } from "../support/node-places.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

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
