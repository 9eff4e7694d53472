import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@an-sinh/subgraph-kit/database/database";
import { openDatabase } from "@an-sinh/subgraph-kit/database/open-database";
import { preparedStatements } from "@an-sinh/subgraph-kit/database/prepared-statements";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "an-sinh-bound-"));
  const location = { kind: "sqlite", file: join(folder, "test.sqlite") } as const;
  database = await openDatabase({ entities: [], migrations: { sqlite: [], mysql: [] }, location });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const { signal } = new AbortController();
const sql = "SELECT ? AS a, ? AS b";

const ways: Readonly<Record<string, (values: unknown[]) => Promise<unknown>>> = {
  "a read": (values) => database.read(sql, values),
  "a read aside": (values) => database.readAside(sql, values, signal),
  "a prepared statement": async (values) =>
    (await preparedStatements(database.reader.manager)).read(sql, values),
  "a prepared write": async (values) => (await preparedStatements(database.reader.manager)).run(sql, values),
};
const values: readonly unknown[] = [
  true,
  undefined,
  Number.NaN,
  Infinity,
  {},
  ["x"],
  () => 1,
  Symbol("x"),
  1n,
];

test.each(Object.keys(ways))("%s refuses each value that SQL does not have", async (way) => {
  const ask = ways[way] ?? expect.fail();
  for (const value of values)
    await expect(ask([value, "p1"]), typeof value).rejects.toThrow(
      /Expected a text, a finite number or null/,
    );
  await ask(["p1", null]);
});

test("TypeORM's own statements are refused as well", async () => {
  await expect(database.reader.query(sql, [Number.NaN, "p1"])).rejects.toThrow(/finite number/);
  expect(await database.reader.query(sql, [true, "p1"])).toEqual([{ a: 1, b: "p1" }]);
});
