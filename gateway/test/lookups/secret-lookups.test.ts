import type { Caller } from "@an-sinh/server/caller";
import { anonymous } from "@an-sinh/server/caller";
import { expect, test } from "vitest";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { startGateway } from "../support/gateway.js";

const definition = `
  extend schema
    @link(url: "https://an-sinh.example/specs/secretLookup/v1.0", import: ["@secretLookup"])
    @composeDirective(name: "@secretLookup")
  directive @secretLookup(perMinute: Int!) on FIELD_DEFINITION
`;
const members = {
  name: "members",
  sdl: `${definition}
    type Query { member(card: String!): Member @secretLookup(perMinute: 3) free(text: String): Int }
    type Member { id: Int }`,
  resolvers: { Query: { member: () => ({ id: 1 }), free: () => 1 } },
};

let fetches = 0;
const hooks = { beforeFetch: () => void (fetches += 1) };
const start = (options: Partial<GatewayOptions> = {}) =>
  startGateway([members], "local", { hooks, ...options });

const secret = "730019284655";
const one = "query ($card: String!) { member(card: $card) { id } }";

async function ask(url: string, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify({ query, variables: { card: secret } }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const two = "expected one look-up in an operation, but got 2: ";
const shown = "expected its arguments as variables without defaults, but got values in the document";

test.each(["compiled", "stock"] as const)("the %s executor is not asked for", async (executor) => {
  await using gateway = await start({ executor });
  for (const [query, reason] of [
    ["query ($card: String!) { a: member(card: $card) { id } b: member(card: $card) { id } }", `${two}a, b`],
    [
      "query ($card: String!) { a: member(card: $card) { id } ...more } fragment more on Query { ... { member(card: $card) { id } } }",
      `${two}a, member`,
    ],
    [
      "query ($card: String!, $no: Boolean = false) { a: member(card: $card) { id } b: member(card: $card) @include(if: $no) { id } }",
      `${two}a, b`,
    ],
    [`{ member(card: "${secret}") { id } }`, shown],
    [`query ($card: String = "${secret}") { member(card: $card) { id } }`, shown],
    [`fragment more on Query { member(card: "${secret}") { id } } { ...more }`, shown],
  ] as const) {
    fetches = 0;
    // The second request of an operation takes another way than the first.
    for (const _ of [1, 2]) {
      const { status, text } = await ask(gateway.url, query);
      expect({ status, text: text.toLowerCase() }, query).toEqual({
        status: 400,
        text: expect.stringContaining(reason) as string,
      });
      expect(text).toContain("BAD_USER_INPUT");
      expect(text).not.toContain(secret);
    }
    expect(fetches).toBe(0);
  }
});

test("one look-up is answered, also where its parts are written apart", async () => {
  await using gateway = await start();
  const query =
    'query ($card: String!) { member(card: $card) { id } ...more free(text: "x") } fragment more on Query { member(card: $card) { __typename } }';
  expect((await ask(gateway.url, query)).text).toBe(
    '{"data":{"member":{"id":1,"__typename":"Member"},"free":1}}',
  );
});

test("a look-up is refused as a GET, whose URL others write down", async () => {
  await using gateway = await start();
  const asked = `${gateway.url}/graphql?${new URLSearchParams({ query: one, variables: JSON.stringify({ card: secret }) })}`;
  fetches = 0;
  for (const _ of [1, 2]) {
    const response = await fetch(asked, { headers: { accept: "application/graphql-response+json" } });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect(await response.text()).toMatch(/BAD_USER_INPUT/);
  }
  expect(fetches).toBe(0);
});

test("a caller looks up no more in a minute than the directive says, and others do not notice", async () => {
  const callers = ["one", "two"].map((subject): Caller => ({ ...anonymous, subject }));
  const identify: GatewayOptions["identify"] = async ({ headers }) =>
    callers.find(({ subject }) => subject === headers.authorization) ?? anonymous;
  await using gateway = await start({ identify });
  const as = (authorization: string) => ask(gateway.url, one, { authorization });
  for (const _ of [1, 2, 3]) expect((await as("one")).status).toBe(200);
  const { status, headers, text } = await as("one");
  expect([status, headers.get("retry-after")]).toEqual([429, expect.stringMatching(/^[1-9]\d?$/)]);
  expect(text).toContain("RATE_LIMITED");
  expect((await as("two")).status).toBe(200);
  // What looks up nothing goes on.
  expect((await ask(gateway.url, "{ free }", { authorization: "one" })).status).toBe(200);
});

test("a look-up below the root is refused with the supergraph", async () => {
  const deep = `${definition} type Query { list: [Item] } type Item { found(by: ID!): Int @secretLookup(perMinute: 1) }`;
  await expect(startGateway([{ ...members, sdl: deep, resolvers: {} }], "local")).rejects.toThrow(
    "expected @secretLookup at fields of Query only, but got: Item",
  );
});
