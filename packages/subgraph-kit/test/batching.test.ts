import {
  defineCatalog,
  defineLoader,
  groupByKey,
  indexByKey,
  type BatchFunction,
  type LoaderDefinition,
} from "@an-sinh/subgraph-kit/batching";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import { KeyLoader } from "@an-sinh/subgraph-kit/loaders/key-loader";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouses({});
});
afterAll(() => graph.close());

/** A batch function that writes down which batches it was sent, and answers with the keys. */
function recording<Key, Args = void>() {
  const batches: { readonly keys: readonly Key[]; readonly args: Args }[] = [];
  const batch: BatchFunction<Key, Key, Args> = async (keys, _, args) => {
    batches.push({ keys, args });
    return keys;
  };
  return { batches, batch };
}

test("the keys of one tick are one batch, each once, in the order in which they were asked for", async () => {
  const { batches, batch } = recording<string>();
  const loader = defineLoader(batch);
  const context = graph.createContext();
  const values = await Promise.all(["b", "a", "b"].map((key) => context.load(loader, key)));
  expect(values).toEqual(["b", "a", "b"]);
  expect(batches).toEqual([{ keys: ["b", "a"], args: undefined }]);
});

test("a value is loaded once in a request, and again in the next", async () => {
  const { batches, batch } = recording<string>();
  const loader = defineLoader(batch);
  const context = graph.createContext();
  await context.load(loader, "a");
  await context.load(loader, "a");
  expect(batches).toHaveLength(1);
  await graph.createContext().load(loader, "a");
  expect(batches).toHaveLength(2);
});

test("each set of arguments has batches of its own, whatever object holds it", async () => {
  const { batches, batch } = recording<string, { year: number }>();
  const loader = defineLoader<string, { year: number }>(batch);
  const context = graph.createContext();
  await Promise.all([
    context.load(loader, "a", { year: 2024 }),
    context.load(loader, "b", { year: 2024 }),
    context.load(loader, "a", { year: 2025 }),
  ]);
  expect(batches).toEqual([
    { keys: ["a", "b"], args: { year: 2024 } },
    { keys: ["a"], args: { year: 2025 } },
  ]);
});

test("keys that are asked for together are loaded with those that are awaited one by one, each key once", async () => {
  const { batches, batch } = recording<string>();
  const loader = defineLoader(batch);
  const context = graph.createContext();
  const together = context.loadAll(loader, ["a", "b", "a"]);
  const values = await Promise.all([context.load(loader, "c"), together, context.load(loader, "b")]);
  expect(values).toEqual(["c", ["a", "b", "a"], "b"]);
  expect(await context.loadAll(loader, ["c", "d"])).toEqual(["c", "d"]);
  expect(batches.map(({ keys }) => keys.toSorted())).toEqual([["a", "b", "c"], ["d"]]);
});

test("a key that is being loaded is waited for, and not loaded again", async () => {
  const sent: string[] = [];
  const ends: (() => void)[] = [];
  const loader = defineLoader(async (keys) => {
    sent.push(...keys);
    await new Promise<void>((end) => ends.push(end));
    return keys;
  });
  const context = graph.createContext();
  const first = context.load(loader, "a").then((value) => value);
  await setImmediate();
  const second = context.loadAll(loader, ["b", "a"]);
  await setImmediate();
  expect(sent).toEqual(["a", "b"]);
  ends[1]?.();
  await setImmediate();
  ends[0]?.();
  expect(await Promise.all([first, second])).toEqual(["a", ["b", "a"]]);
});

test("a loader may load other keys of its own", async () => {
  const above: LoaderDefinition<string> = defineLoader<string>(async (keys, context) =>
    Promise.all(
      keys.map(async (key) => (key === "" ? "/" : `${await context.load(above, key.slice(1))}${key}/`)),
    ),
  );
  expect(await graph.createContext().load(above, "cba")).toBe("/a/ba/cba/");
});

test.each([
  ["fails", () => Promise.reject(new Error("The database is gone.")), "The database is gone."],
  ["gives too few values", async () => ["a"], "Expected 2 values, one for each key, but got: 1."],
])("where a batch %s, each of its keys fails", async (_, batch, message) => {
  const context = graph.createContext();
  const loader = defineLoader<string>(batch);
  const results = await Promise.allSettled([
    context.load(loader, "a"),
    context.loadAll(loader, ["a", "b"]),
    context.load(loader, "b"),
  ]);
  for (const result of results) expect(result).toMatchObject({ status: "rejected", reason: { message } });
});

test("sets of arguments that alternate, or have the same values in other fields, are told apart", async () => {
  const { batches, batch } = recording<string, { from?: string; to?: string | undefined }>();
  const loader = defineLoader<string, { from?: string; to?: string | undefined }>(batch);
  const context = graph.createContext();
  const sets = [{ from: "1" }, { to: "1" }, { from: "1" }, { from: "1", to: "1" }, { to: "1" }];
  await Promise.all(sets.map((args, index) => context.load(loader, String(index), args)));
  expect(batches).toEqual([
    { keys: ["0", "2"], args: { from: "1" } },
    { keys: ["1", "4"], args: { to: "1" } },
    { keys: ["3"], args: { from: "1", to: "1" } },
  ]);
});

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

test("a catalog is read once in a request, and again in the next", async () => {
  let reads = 0;
  const levels = defineCatalog(async () => {
    reads += 1;
    return ["low", "high"];
  });
  const context = graph.createContext();
  expect(await Promise.all([levels(context), levels(context)])).toEqual([
    ["low", "high"],
    ["low", "high"],
  ]);
  await levels(context);
  expect(reads).toBe(1);
  await levels(graph.createContext());
  expect(reads).toBe(2);
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
