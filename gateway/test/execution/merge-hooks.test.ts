import { createLogger } from "@an-sinh/server/logger";
import { expect, test } from "vitest";
import type { FetchHooks } from "../../src/execution/run/fetch-hooks.js";
import { mergeHooks } from "../../src/execution/run/merge-hooks.js";
import { startGateway } from "../support/gateway.js";

const near = { name: "near", sdl: "type Query { a: Int }", resolvers: { Query: { a: () => 1 } } };

const recording = (name: string, calls: string[]): FetchHooks => ({
  afterPlanning: () => void calls.push(`${name}: afterPlanning`),
  beforeFetch: () => void calls.push(`${name}: beforeFetch`),
  contextOf: (_fetch, context) => {
    calls.push(`${name}: contextOf`);
    return context;
  },
  afterFetch: () => void calls.push(`${name}: afterFetch`),
});

test("merged hooks call both of each kind", async () => {
  const calls: string[] = [];
  const hooks = mergeHooks(recording("first", calls), recording("second", calls));
  await using gateway = await startGateway([near], "http", { hooks });
  await gateway.query("{ a }");
  const kinds = ["afterPlanning", "beforeFetch", "contextOf", "afterFetch"];
  expect(calls.toSorted()).toEqual(
    ["first", "second"].flatMap((name) => kinds.map((kind) => `${name}: ${kind}`)).toSorted(),
  );
});

test("of merged hooks the failure of the first counts, and then the second is not asked", () => {
  const calls: string[] = [];
  const failure = { code: "SUBGRAPH_ERROR", message: "No." } as const;
  const { beforeFetch } = mergeHooks({ beforeFetch: () => failure }, recording("second", calls));
  expect(beforeFetch?.({} as never, {} as never)).toBe(failure);
  expect(calls).toEqual([]);
});

test("a hook that only one has is that one", () => {
  const only = recording("only", []);
  expect([mergeHooks(only, {}), mergeHooks({}, only)]).toEqual([only, only]);
});

test("a gateway with hooks of others still says in the log what its own saw", async () => {
  const lines: string[] = [];
  const logger = createLogger("info", { write: (line) => void lines.push(line) });
  const hooks = recording("others", []);
  await using gateway = await startGateway([near], "http", { hooks, logger });
  for (const _ of [1, 2]) await gateway.query("{ a }");
  const told = lines
    .filter((line) => line.includes("fetches"))
    .map((line) => JSON.parse(line) as { cached?: boolean; fetches?: number });
  expect(told.map(({ cached, fetches }) => ({ cached, fetches }))).toEqual([
    { cached: false, fetches: 1 },
    { cached: true, fetches: 1 },
  ]);
});
