import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteLocations } from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { loadInThreads } from "@an-sinh/deployment/sample-threads";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { expect, inject, test } from "vitest";
import "../support/prepared-databases.js";

test("what goes wrong in a thread is the error of the load", async () => {
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-threads-"));
  const listener = { onBegin: () => {}, onProgress: () => {}, onLoaded: () => {} };
  // The migrations have not been run.
  const load = loadInThreads(sqliteLocations(folder))(["households", "credit-programs"], 1, listener);
  await expect(load).rejects.toThrow(/Cannot load the sample into the database of/);
  await rm(folder, { recursive: true });
});

// A load does not check it.
test.each([...(inject("locations").sqlite ?? [])])(
  "the sample's rows of %s refer to rows",
  async (name, location) => {
    const model = departments.find((department) => department.name === name)?.model;
    const database = await openDatabase({
      entities: [],
      migrations: { sqlite: [], mysql: [] },
      ...model,
      location,
    });
    expect(await database.reader.query("PRAGMA foreign_key_check")).toEqual([]);
    await database.close();
  },
);
