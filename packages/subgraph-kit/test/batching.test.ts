import { defineCatalog, defineLoader, type LoaderDefinition } from "@an-sinh/subgraph-kit/batching";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startHouses } from "../../../test/support/houses.js";
import { recording } from "./support/recording.js";

let graph: DepartmentGraph;
beforeAll(async () => {
  graph = await startHouses({});
});
afterAll(() => graph.close());

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
