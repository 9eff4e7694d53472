import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClassTotalEntity } from "@an-sinh/households/household-classification/totals/class-total.entity";
import { householdsModel } from "@an-sinh/households/database";
import { households } from "@an-sinh/households/subgraph";
import type { Database, Dialect } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { LoadedSampleEntity } from "@an-sinh/subgraph-kit/database/loaded-sample.entity";
import { createMysqlDatabase } from "@an-sinh/subgraph-kit/database/mysql";
import { findTotalDifferences } from "@an-sinh/subgraph-kit/totals/check-totals";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { findSampleState, loadSample, sampleVersion } from "@an-sinh/sample/load-sample";
import type { SampleTarget } from "@an-sinh/sample/load-departments";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { householdsTables } from "@an-sinh/sample/households/tables";
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from "vitest";
import "../../../test/support/prepared-databases.js";
import { samplePopulation } from "./support/sample-population.js";

const dialects: readonly Dialect[] = inject("mysqlUrl") ? ["sqlite", "mysql"] : ["sqlite"];
const { totals = [] } = households;
const sample = { department: "households", scale: 1, tables: householdsTables(samplePopulation), totals };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-load-"));
});
afterAll(() => rm(folder, { recursive: true }));

let databases = 0;

/** An empty, migrated database of the households department. */
async function openEmpty(dialect: Dialect): Promise<Database> {
  const name = `load_${process.pid}_${++databases}`;
  const database = await openDatabase({
    ...householdsModel,
    location:
      dialect === "sqlite"
        ? { kind: "sqlite", file: join(folder, `${name}.sqlite`) }
        : {
            kind: "mysql",
            url: await createMysqlDatabase(inject("mysqlUrl") ?? "", inject("mysqlPrefix") + name),
          },
  });
  onTestFinished(() => database.close());
  await database.migrate();
  return database;
}

const targets = (database: Database): SampleTarget[] => [
  { department: "households", database, totals, sample: async () => householdsTables },
];

function* first<Item>(items: Iterable<Item>, count: number): Iterable<Item> {
  let left = count;
  for (const item of items) {
    if (left-- === 0) return;
    yield item;
  }
}

const leaveMarker = (database: Database, version: string, scale: number) =>
  database.write((manager) =>
    manager.insert(LoadedSampleEntity, { id: "sample", version, scale, loadedAt: new Date(), rows: 0 }),
  );

function recordingProgress() {
  const lines: string[] = [];
  const progress = {
    line: (text: string) => void lines.push(text),
    begin: () => {},
    advance: () => {},
    end: () => {},
  };
  return { lines, progress };
}

describe.each(dialects)("on %s", (dialect) => {
  test("a load that is stopped leaves nothing", async () => {
    const database = await openEmpty(dialect);
    const stop = new AbortController();
    const load = loadSample(database, sample, {
      onProgress: () => stop.abort(new Error("stopped")),
      signal: stop.signal,
    });
    await expect(load).rejects.toThrow("stopped");
    expect(await findSampleState(database)).toEqual({ kind: "empty" });
  });

  test("the totals of what is loaded are what its rows give", async () => {
    const database = await openEmpty(dialect);
    // Rows of a household are in two batches.
    const tables = sample.tables.map((table) =>
      "rows" in table
        ? { ...table, rows: () => first(table.rows(), 9_000) }
        : "draws" in table
          ? { ...table, draws: () => first(table.draws(), 2_500) }
          : table,
    );
    await loadSample(database, { ...sample, tables });
    expect(await database.reader.manager.count(ClassTotalEntity)).toBeGreaterThan(100);
    expect(await findTotalDifferences(database, totals)).toEqual([]);
  });

  test("what is loaded is not loaded again, whatever its scale", async () => {
    const database = await openEmpty(dialect);
    await leaveMarker(database, sampleVersion, 3);
    const { lines, progress } = recordingProgress();
    expect(await prepareSample(targets(database), { progress })).toBe(false);
    expect(lines).toEqual([]);
  });

  test.each([
    ["version 0 of the sample, not version", "0", 1],
    ["the sample at scale 3, not at scale 1", sampleVersion, 3],
  ])("another sample than the one wanted is an error: %s", async (message, version, scale) => {
    const database = await openEmpty(dialect);
    await leaveMarker(database, version, scale);
    const prepared = prepareSample(targets(database), { scale: 1 });
    await expect(prepared).rejects.toThrow(message);
  });

  test("a second load into a database that one has begun in is refused", async () => {
    const database = await openEmpty(dialect);
    await leaveMarker(database, sampleVersion, 1);
    await expect(loadSample(database, sample)).rejects.toThrow("another process is loading it");
  });

  test("somebody's own data is left alone, with a word about it", async () => {
    const database = await openEmpty(dialect);
    await database.write((manager) =>
      manager.insert(TerritoryEntity, { unitId: "01@0", localityId: "here" }),
    );
    const { lines, progress } = recordingProgress();
    expect(await prepareSample(targets(database), { progress })).toBe(false);
    expect(lines).toEqual(["households: has data that is not the sample's. It is left as it is."]);
  });
});
