import { expect, test } from "vitest";
import { auditKey, auditedDirective, entriesIn, newAuditFolder } from "../support/audit.js";
import { secretLookupDirective } from "../support/audited-gateway.js";
import { topologies } from "../support/gateway.js";
import { post } from "../support/post.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";

/** Everything may be kept, if it were for the hints alone. */
const ward = {
  name: "ward",
  sdl: `${cacheControlDirective} ${auditedDirective}
    type Query {
      beds: Int @cacheControl(maxAge: 60) patients: [Patient!] @cacheControl(maxAge: 60) anyone: Being @cacheControl(maxAge: 60)
      bill: Bill @cacheControl(maxAge: 60) rooms: [Room!] @cacheControl(maxAge: 60)
    }
    type Patient implements Named @key(fields: "id") @audited @cacheControl(maxAge: 60) { id: ID! name: String }
    type Nurse implements Named { id: ID! name: String }
    type Bill @audited(by: "payer { id }") @cacheControl(maxAge: 60) { amount: Int payer: Patient! @cacheControl(maxAge: 60) }
    type Room @key(fields: "id") @cacheControl(maxAge: 60) { id: ID! }
    interface Named @cacheControl(maxAge: 60) { id: ID! name: String }
    union Being @cacheControl(maxAge: 60) = Patient | Nurse
  `,
  resolvers: {
    Query: {
      beds: () => 4,
      patients: () => ["p1", "p2"].map((id) => ({ id, name: id })),
      anyone: () => ({ __typename: "Nurse", id: "n", name: "n" }),
      bill: () => ({ amount: 7, payer: { id: "p3" } }),
      rooms: () => [{ id: "r" }],
    },
  },
  version: () => "v",
};

/** What the other subgraph says of both may be kept, but for whom it is about. */
const visits = {
  name: "visits",
  sdl: `${cacheControlDirective}
    type Patient @key(fields: "id") { id: ID! visits: Int @cacheControl(maxAge: 60) }
    type Room @key(fields: "id") { id: ID! cleanings: Int @cacheControl(maxAge: 60) }`,
  resolvers: {
    Patient: { __resolveReference: async ({ id }: { id: string }) => ({ id }), visits: () => 3 },
    Room: { __resolveReference: async ({ id }: { id: string }) => ({ id }), cleanings: () => 9 },
  },
  version: () => "v",
};

const asked = [
  { query: "{ patients { name } }", each: 1 },
  { query: "{ patients { visits } }", each: 2 },
  { query: "{ anyone { ... on Nurse { name } } }", each: 1 },
  { query: "{ anyone { ... on Named { name } } }", each: 1 },
  { query: "{ bill { amount } }", each: 1 },
];

test.each(topologies)(
  "what reads audited types is asked each time, and each read is recorded, %s",
  async (topology) => {
    const folder = newAuditFolder();
    await using graph = await startVersioned([ward, visits], topology, { audit: { folder, key: auditKey } });
    for (const { query, each } of asked) {
      const before = graph.calls.length;
      const answers = [await graph.text(query), await graph.text(query)];
      expect(answers[1]).toBe(answers[0]);
      expect(answers[0]).not.toContain("errors");
      expect(graph.calls.slice(before).map(({ asksVersion }) => asksVersion)).toEqual(
        Array(2 * each).fill(false),
      );
    }
    const read = entriesIn(folder).map((entry) => entry.read);
    expect(read.filter((_, index) => index % 2 === 0)).toEqual(read.filter((_, index) => index % 2 === 1));
    expect(read).toHaveLength(10);
  },
);

test.each(topologies)("the access log is the same with a cache and without, %s", async (topology) => {
  const logs = await Promise.all(
    [undefined, { maxBytes: 1_000_000, checkMs: 1_000 }].map(async (responseCache) => {
      const folder = newAuditFolder();
      const audit = { folder, key: auditKey };
      await using graph = await startVersioned([ward, visits], topology, { audit, responseCache });
      for (const { query } of [...asked, ...asked])
        await graph.text(`query A ${query.replace("{", "{ beds ")}`);
      return entriesIn(folder).map(({ read, outcome, operation }) => ({ read, outcome, operation }));
    }),
  );
  expect(logs[1]).toEqual(logs[0]);
  expect(logs[0]).toHaveLength(10);
});

const desk = {
  name: "desk",
  sdl: `${cacheControlDirective} ${secretLookupDirective}
    type Query { byCard(card: String!): Ticket @secretLookup(perMinute: 100) @cacheControl(maxAge: 60) }
    type Ticket @cacheControl(maxAge: 60) { seat: Int }`,
  resolvers: { Query: { byCard: () => ({ seat: 5 }) } },
  version: () => "v",
};

test.each(topologies)("what is found by a secret is asked each time, %s", async (topology) => {
  await using graph = await startVersioned([desk], topology);
  const body = { query: "query($card: String!) { byCard(card: $card) { seat } }", variables: { card: "c" } };
  for (const _ of [1, 2])
    expect(await post(graph.url, body)).toMatchObject({ data: { byCard: { seat: 5 } } });
  expect(graph.calls.map(({ asksVersion }) => asksVersion)).toEqual([false, false]);
});

test.each(topologies)("the same hints have others kept, %s", async (topology) => {
  await using graph = await startVersioned([ward, visits], topology);
  for (const _ of [1, 2]) await graph.text("{ beds rooms { cleanings } }");
  expect(graph.calls.map(({ service, asksVersion }) => [service, asksVersion])).toEqual([
    ["ward", true],
    ["visits", true],
  ]);
});
