import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { expect, test } from "vitest";
import { HouseEntity, startHouses } from "../../../test/support/houses.js";

test("the rows of one tick are read in one statement, in the order of the ids, and null where there is none", async () => {
  const houses = ["h1", "h2"].map((id) => ({ id, localityId: "here", rooms: 1 }));
  const graph = await startHouses({ houses });
  try {
    const houseById = rowById(HouseEntity, "house");
    const context = graph.createContext();
    graph.takeStatements();
    const found = await Promise.all(["h2", "none", "h1"].map((id) => context.load(houseById, id)));
    expect(found.map((house) => house?.id)).toEqual(["h2", undefined, "h1"]);
    expect(found[1]).toBeNull();
    expect(graph.takeStatements()).toBe(1);
  } finally {
    await graph.close();
  }
});
