import { DataVersionEntity } from "@an-sinh/subgraph-kit/database/data-version.entity";
import { createSubgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { expect, test } from "vitest";
import { official } from "../../../test/support/callers.js";
import { rowsOf, startDepartment } from "../../../test/support/department-graph.js";
import { HouseEntity } from "../../../test/support/houses.js";
import { newCall } from "../../../test/support/new-call.js";
import { housesWithRooms } from "../../../test/support/rooms.js";

test("a database that keeps no version tells none, and answers", async () => {
  const { entities, migrations } = housesWithRooms.model;
  const model = { migrations, entities: entities.filter((entity) => entity !== DataVersionEntity) };
  const graph = await startDepartment({ ...housesWithRooms, model }, [
    rowsOf(HouseEntity, [{ id: "a", localityId: "here", rooms: 7 }]),
  ]);
  const subgraph = await createSubgraph({ ...housesWithRooms, database: graph.database });
  const call = { ...newCall(official), reportsDataVersion: true };
  expect(await subgraph.prepare("{ rooms }")({}, undefined, call)).toEqual({ data: { rooms: 7 } });
  await graph.close();
});
