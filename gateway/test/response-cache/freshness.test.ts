import { expect, test } from "vitest";
import { topologies } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

/** Counts sheep, and each count is another version. */
function sheep() {
  const data = { count: 1, isDown: false };
  const subgraph = {
    name: "sheep",
    sdl: `${cacheControlDirective} type Query { sheep: Int @cacheControl(maxAge: 60) goats: Int }`,
    resolvers: { Query: { sheep: () => data.count, goats: () => data.count } },
    version: () => {
      if (data.isDown) throw new Error("down");
      return `v${data.count}`;
    },
  };
  return { data, subgraph };
}

/** A clock that goes on by itself and can be set forward. */
function clock() {
  const time = { setForwardMs: 0, now: () => performance.now() + time.setForwardMs };
  return time;
}

test.each(topologies)("with a check each time, a change shows in the next answer, %s", async (topology) => {
  const { data, subgraph } = sheep();
  await using graph = await startVersioned([subgraph], topology, {
    responseCache: { maxBytes: 1_000_000, checkMs: 0 },
  });
  for (data.count = 1; data.count <= 3; data.count += 1) {
    const answer = `{"data":{"sheep":${data.count}}}`;
    for (const _ of [1, 2, 3]) expect((await graph.text("{ sheep }")).trim()).toBe(answer);
  }
  expect(graph.queries()).toHaveLength(3);
  // The first answer of all had nothing to compare.
  expect(graph.checks()).toBe(8);
});

test.each(topologies)(
  "a change shows after the time between checks, and not before, %s",
  async (topology) => {
    const { data, subgraph } = sheep();
    const time = clock();
    await using graph = await startVersioned([subgraph], topology, {
      responseCache: { maxBytes: 1_000_000, checkMs: 30_000, now: time.now },
    });
    const sheepNow = async () =>
      (JSON.parse(await graph.text("{ sheep }")) as { data: { sheep: number } }).data.sheep;
    expect(await sheepNow()).toBe(1);
    data.count = 2;
    expect(await sheepNow()).toBe(1);
    expect(graph.checks()).toBe(0);
    time.setForwardMs = 30_000;
    expect(await sheepNow()).toBe(2);
    expect(graph.checks()).toBe(1);
  },
);

test("a response is kept for its maxAge, also where its version stays", async () => {
  const { subgraph } = sheep();
  const time = clock();
  await using graph = await startVersioned([subgraph], "http", {
    responseCache: { maxBytes: 1_000_000, checkMs: 600_000, now: time.now },
  });
  await graph.text("{ sheep }");
  time.setForwardMs = 59_000;
  await graph.text("{ sheep }");
  expect(graph.queries()).toHaveLength(1);
  time.setForwardMs = 60_000;
  await graph.text("{ sheep }");
  expect(graph.queries()).toHaveLength(2);
});

test("a department that is down is not noticed until its version is asked, and then told as always", async () => {
  const { data, subgraph } = sheep();
  const time = clock();
  await using graph = await startVersioned([subgraph], "http", {
    responseCache: { maxBytes: 1_000_000, checkMs: 10_000, now: time.now },
  });
  const before = await graph.text("{ sheep }");
  data.isDown = true;
  expect(await graph.text("{ sheep }")).toBe(before);
  time.setForwardMs = 10_000;
  expect(JSON.parse(await graph.text("{ sheep }"))).toMatchObject({
    data: { sheep: null },
    errors: [{ path: ["sheep"], extensions: { code: "SUBGRAPH_UNAVAILABLE", service: "sheep" } }],
  });
  data.isDown = false;
  time.setForwardMs = 20_000;
  expect(await graph.text("{ sheep }")).toBe(before);
});

test("one check is for all who wait for it", async () => {
  const { subgraph } = sheep();
  const time = clock();
  await using graph = await startVersioned([subgraph], "http", {
    responseCache: { maxBytes: 1_000_000, checkMs: 30_000, now: time.now },
  });
  await graph.text("{ sheep }");
  time.setForwardMs = 30_000;
  await Promise.all(Array.from({ length: 20 }, () => graph.text("{ sheep }")));
  expect(graph.checks()).toBe(1);
  expect(graph.queries()).toHaveLength(1);
});

test("what may not be kept is asked each time, without a version", async () => {
  const { subgraph } = sheep();
  await using graph = await startVersioned([subgraph], "http");
  for (const _ of [1, 2]) await graph.text("{ sheep goats }");
  expect(graph.calls.map(({ query, asksVersion }) => [query, asksVersion])).toEqual([
    ["{sheep goats}", false],
    ["{sheep goats}", false],
  ]);
});

test.each([undefined, "", 7, "v".repeat(201), { v: 1 }])(
  "where a department says no version that is one, nothing is kept: %j",
  async (version) => {
    const { subgraph } = sheep();
    await using graph = await startVersioned([{ ...subgraph, version: () => version }], "http");
    for (const _ of [1, 2]) expect((await graph.text("{ sheep }")).trim()).toBe('{"data":{"sheep":1}}');
    expect(graph.queries()).toHaveLength(2);
    expect(graph.checks()).toBe(0);
  },
);
