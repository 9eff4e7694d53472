import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import { KeyLoader } from "@an-sinh/subgraph-kit/loaders/key-loader";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";
import { recording } from "./support/recording.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouses({});
});
afterAll(() => graph.close());

interface UnitYear {
  readonly unitId: string;
  readonly year: number;
}

test("keys that are objects keep their types, and equal ones are one key", async () => {
  const { batches, batch } = recording<UnitYear>();
  const loader = defineLoader(batch, ({ unitId, year }) => `${year} ${unitId}`);
  const context = graph.createContext();
  const asked = [
    { unitId: "24@0", year: 2024 },
    { unitId: "24@0", year: 2025 },
    { unitId: "24@0", year: 2024 },
  ];
  expect(await Promise.all(asked.map((key) => context.load(loader, key)))).toEqual(asked);
  expect(batches.map(({ keys }) => keys)).toEqual([asked.slice(0, 2)]);
});

test("a key that fails fails alone", async () => {
  const loader = defineLoader(async (keys) =>
    keys.map((key) => (key === "bad" ? new Error("no such key") : key)),
  );
  const context = graph.createContext();
  const results = await Promise.allSettled(["good", "bad"].map((key) => context.load(loader, key)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
});

test.each([undefined, null])("%s is no key: it fails alone, and nobody looks for it", async (none) => {
  const { batches, batch } = recording<string>();
  const loader = defineLoader(batch);
  const context = graph.createContext();
  const results = await Promise.allSettled(["a", none].map((key) => context.load(loader, key as string)));
  expect(results).toMatchObject([
    { value: "a" },
    { reason: { message: `Expected a key, but got: ${none}.` } },
  ]);
  expect(batches.map(({ keys }) => keys)).toEqual([["a"]]);
});

test("a batch has at most 5,000 keys", async () => {
  const { batches, batch } = recording<string>();
  const loader = defineLoader(batch);
  const context = graph.createContext();
  const keys = Array.from({ length: 10_001 }, (_, index) => String(index));
  expect(await Promise.all(keys.map((key) => context.load(loader, key)))).toEqual(keys);
  expect(batches.map((one) => one.keys.length)).toEqual([5_000, 5_000, 1]);
});

describe.each(dialects)("on %s", (dialect) => {
  test("a statement binds six values for each key of a full batch", async () => {
    const houses = await startHouses({ houses: [{ id: "h7", localityId: "here", rooms: 1 }] }, dialect);
    const values = Array.from({ length: 30_000 }, (_, index) => `h${index}`);
    const [row] = await houses
      .createContext()
      .statisticsBySql<{ total: unknown }>({
        sql: `SELECT COUNT(*) AS total FROM house WHERE id IN (${placeholders(values.length)})`,
        values,
      })
      .finally(() => houses.close());
    expect(Number(row?.total)).toBe(1);
  });
});

const rows = [
  { id: "1", color: "red" },
  { id: "2", color: "blue" },
  { id: "3", color: "red" },
];

test("values are put in the order of the keys; a key without a value has null", () => {
  expect(indexByKey(["3", "9", "1"], rows, ({ id }) => id)).toEqual([rows[2], null, rows[0]]);
});

test("values are grouped in the order of the keys and keep theirs; a key without values has none", () => {
  expect(groupByKey(["blue", "green", "red"], rows, ({ color }) => color)).toEqual([
    [rows[1]],
    [],
    [rows[0], rows[2]],
  ]);
});

test("many keys are asked for one statement after the other, and none after one that failed", async () => {
  const sizes: number[] = [];
  const loader = new KeyLoader<string, string>(async (keys) => {
    sizes.push(keys.length);
    if (sizes.length === 2) throw new Error("no table");
    return keys;
  });
  const loadings = Array.from({ length: 40_000 }, (_, key) => loader.get(String(key)));
  await loader.loadAll(loadings);
  expect(sizes).toEqual([5_000, 5_000]);
  expect(loadings[4_999]?.value()).toBe("4999");
  const errors = new Set(loadings.slice(5_000).map(({ found }) => found));
  expect([...errors]).toEqual([new Error("no table")]);
});
