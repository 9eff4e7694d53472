import { anonymous } from "@an-sinh/server/caller";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouseholdsGraph } from "./support/households-graph.js";
import { standard } from "./support/rows.js";

const province = "24@2025-07-01";

const unhandled: unknown[] = [];
const listeners = process.listeners("unhandledRejection");
let graph: DepartmentGraph;
beforeAll(async () => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", (error) => unhandled.push(error));
  graph = await startHouseholdsGraph({
    territory: { [province]: ["here"] },
    units: [{ id: province }, { id: "00001@2025-07-01", level: "COMMUNE", provinceId: province }],
    standards: [standard({})],
    households: [{}],
    reviews: [{}],
    classes: [{ reviewId: "r1", class: "POOR" }],
  });
  // Not by a write of the database, which would give the data another version in that table.
  await graph.database.reader.query("PRAGMA query_only = OFF");
  await graph.database.reader.query("DROP TABLE data_version");
});
afterAll(async () => {
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
  await graph.close();
});

test("where it cannot be found what is withheld, the reclassification fails, and nothing else", async () => {
  const query = `{ _entities(representations: [{ __typename: "AdministrativeUnit", id: "${province}" }]) { ... on AdministrativeUnit {
        reclassification(standard: "${standard({}).id}", on: "2025-12-31") { households communes { households } } } } }`;
  const { data, errors } = await graph.as(anonymous).query(query);
  expect(data).toEqual({ _entities: [{ reclassification: null }] });
  expect(errors).toHaveLength(1);
  expect(await graph.expectData(query)).not.toEqual(data);
  await setImmediate();
  expect(unhandled).toEqual([]);
});
