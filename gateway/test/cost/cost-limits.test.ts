import type { Caller } from "@an-sinh/server/caller";
import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { startGateway } from "../support/gateway.js";

const items = {
  name: "items",
  sdl: `
    type Query { items(first: Int = 10): [Item] @listSize(slicingArguments: ["first"]) free: Int }
    type Item { id: Int }
  `,
  resolvers: { Query: { items: () => [{ id: 1 }], free: () => 1 } },
};

const start = (budgets: GatewayOptions["costBudgets"], options: Partial<GatewayOptions> = {}) =>
  startGateway([items], "local", { costBudgets: budgets, ...options });

async function ask(url: string, query: string, headers: Record<string, string> = {}, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { status, headers: answered } = response;
  return { status, retryAfter: answered.get("retry-after"), answer: (await response.json()) as object };
}

const listed = "query ($first: Int) { mine: items(first: $first) { id } }";

test.each(["compiled", "stock"] as const)(
  "the %s executor is not asked what costs too much",
  async (executor) => {
    let fetches = 0;
    const hooks = { beforeFetch: () => void (fetches += 1) };
    await using gateway = await start({ perOperation: 50, perMinute: undefined }, { executor, hooks });
    // The second request of an operation takes another way than the first.
    for (const _ of [1, 2]) {
      const cost = { estimate: 51, budget: 50, mostFor: "mine" };
      expect(await ask(gateway.url, listed, {}, { first: 51 })).toMatchObject({
        status: 400,
        answer: {
          errors: [
            {
              message:
                "The query is too expensive: expected at most 50 points, but got: 51. Most of them are for mine.",
              extensions: { code: "QUERY_TOO_COMPLEX", cost },
            },
          ],
        },
      });
      expect(fetches).toBe(0);
      expect((await ask(gateway.url, listed, {}, { first: 50 })).answer).toEqual({
        data: { mine: [{ id: 1 }] },
      });
      fetches = 0;
    }
  },
);

test("a client that asks for it is told the cost", async () => {
  await using gateway = await start({ perOperation: 50, perMinute: undefined });
  for (const _ of [1, 2]) {
    const { answer } = await ask(gateway.url, listed, { "x-report-cost": "1" }, { first: 20 });
    expect(answer).toEqual({
      data: { mine: [{ id: 1 }] },
      extensions: { cost: { estimate: 20, budget: 50, mostFor: "mine" } },
    });
  }
});

/** What a document costs that is not known yet. */
const costOf = (document: string) => 50 + Math.ceil(document.length / 20);

const callerOf = (subject: string): Caller => ({ ...anonymous, subject });

test("each caller gets so many points a minute, and is told when to ask again", async () => {
  const identify = async ({ headers }: { readonly headers: { readonly authorization?: string } }) =>
    headers.authorization ? callerOf(headers.authorization) : anonymous;
  await using gateway = await start({ perOperation: 50, perMinute: 60 }, { identify });
  const askAs = (authorization: string, first = 40) => ask(gateway.url, listed, { authorization }, { first });
  // Whoever sends a document first pays for it.
  await askAs("first", 1);
  expect(await askAs("one")).toMatchObject({ status: 200 });
  expect(await askAs("one")).toMatchObject({
    status: 429,
    retryAfter: expect.stringMatching(/^\d+$/),
    answer: { errors: [{ extensions: { code: "RATE_LIMITED" } }] },
  });
  expect(await askAs("two")).toMatchObject({ status: 200 });
});

test("who did not sign in counts by the address, which only a trusted proxy may say", async () => {
  const budgets = { perOperation: 50, perMinute: 60 };
  const proxied = (url: string, address: string, first = 40) =>
    ask(url, listed, { "x-forwarded-for": address }, { first }).then(({ status }) => status);
  await using open = await start({ ...budgets, perMinute: 60 + costOf(listed) });
  expect([await proxied(open.url, "192.0.2.1"), await proxied(open.url, "192.0.2.2")]).toEqual([200, 429]);
  await using trusting = await start(budgets, { trustedProxies: ["127.0.0.1"] });
  const askFrom = (address: string) => proxied(trusting.url, address);
  await proxied(trusting.url, "192.0.2.9", 1);
  expect([await askFrom("192.0.2.1"), await askFrom("192.0.2.2"), await askFrom("192.0.2.1")]).toEqual([
    200, 200, 429,
  ]);
  // One client of IPv6 has more addresses than anyone could count.
  expect([
    await askFrom("2001:db8::1"),
    await askFrom("2001:db8:0:0:5::2"),
    await askFrom("2001:db8:0:1::1"),
  ]).toEqual([200, 429, 200]);
});

test("documents that cannot be answered take points as well, and are not parsed when none are left", async () => {
  await using gateway = await start({ perOperation: 50, perMinute: 400 });
  const garbage = ["{", "{ nothing }", "{ free(x: 1) }", "query ($v: Int!) { free }", "{ free } # "];
  const statuses: (readonly [number, boolean])[] = [];
  for (let index = 0; index < 10; index += 1) {
    const { status, retryAfter } = await ask(gateway.url, `${garbage[index % 5]}#${index}`);
    statuses.push([status, retryAfter !== null]);
  }
  const taken = statuses.filter(([status]) => status !== 429);
  // One in five is answered, for a point more.
  expect(taken.map(([status]) => status)).toEqual([400, 400, 400, 400, 200, 400, 400]);
  expect(statuses.slice(taken.length)).toEqual([
    [429, true],
    [429, true],
    [429, true],
  ]);
});

test("an operation that was answered before takes only what it costs", async () => {
  await using gateway = await start({ perOperation: 50, perMinute: costOf("{ free }") + 8 });
  const statuses: number[] = [];
  for (let index = 0; index < 10; index += 1) statuses.push((await ask(gateway.url, "{ free }")).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 200, 429, 429]);
});

test("an operation of which nothing has a cost still takes a point", async () => {
  await using gateway = await start({ perOperation: 50, perMinute: costOf("{ free }") + 2 });
  const statuses: number[] = [];
  for (const _ of [1, 2, 3]) statuses.push((await ask(gateway.url, "{ free }")).status);
  expect(statuses).toEqual([200, 200, 429]);
});
