import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { operationHash } from "../../src/audit/operation-hash.js";
import { HttpDataSource } from "../../src/data-sources/http-data-source.js";
import type { GatewayOptions } from "../../src/gateway-options.js";
import { entriesIn } from "../support/audit.js";
import { startGateway, topologies } from "../support/gateway.js";
import { cacheControlDirective, startVersioned } from "../support/versioned-graph.js";
import { startClinic } from "./clinic-nodes.js";
import { nodeId, shop } from "./shop.js";

const patient = nodeId("Patient", "p1");
const ward = nodeId("Ward", "w1");
const stranger = { authorization: "stranger" };
const one = "query One($id: ID!) { node(id: $id) { nodeId ... on Patient { name } ... on Ward { note } } }";
const many =
  "query Many($ids: [ID!]!) { all: nodes(ids: $ids) { nodeId ... on Patient { name } ... on Ward { note } } }";
const codes = (errors: readonly { readonly extensions?: unknown }[] = []) =>
  errors.map(({ extensions }) => (extensions as { readonly code: string }).code);

describe("what the caller may not see", () => {
  test("is cut out of node as out of the root field of the type", async () => {
    await using clinic = await startClinic();
    const refused = await clinic.ask(one, { id: patient }, stranger);
    expect([refused.data, codes(refused.errors)]).toEqual([{ node: null }, ["UNAUTHORIZED_FIELD_OR_TYPE"]]);
    expect(clinic.fetches).toEqual([]);
    const { data, errors } = await clinic.ask(one, { id: ward }, stranger);
    expect(data).toEqual({ node: { nodeId: ward, note: null } });
    expect(errors?.map(({ path }) => path)).toEqual([["node", "note"]]);
  });

  test("is told once for all items of nodes", async () => {
    await using clinic = await startClinic();
    const { data, errors } = await clinic.ask(many, { ids: [patient, ward, patient, ward] }, stranger);
    const shown = { nodeId: ward, note: null };
    expect(data).toEqual({ all: [null, shown, null, shown] });
    expect(errors?.map(({ path }) => path)).toEqual([["all"], ["all", "note"]]);
  });

  test.each(["compiled", "stock"] as const)(
    "rejects the whole operation where it is to, by the %s executor",
    async (executor) => {
      await using clinic = await startClinic({ executor, onUnauthorized: "reject" });
      const { data, errors } = await clinic.ask(many, { ids: [patient, ward, "x"] }, stranger);
      expect([data, codes(errors)]).toEqual([undefined, Array(2).fill("UNAUTHORIZED_FIELD_OR_TYPE")]);
      expect(clinic.fetches).toEqual([]);
    },
  );
});

describe("the access log", () => {
  test("has the objects and the client's own operation, as for a root field", async () => {
    await using clinic = await startClinic();
    const ids = [patient, ward, nodeId("Patient", "none"), nodeId("Patient", "p2")];
    await clinic.ask(many, { ids });
    const [entry, ...others] = entriesIn(clinic.folder);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ read: { Patient: ["p1", "p2"] }, outcome: "answered" });
    expect(entry?.["operation"]).toEqual({ name: "Many", hash: operationHash(parse(many)) });
  });

  test("has no reads of what is not recorded, and refusals with their reasons", async () => {
    await using clinic = await startClinic();
    await clinic.ask(one, { id: ward });
    expect(entriesIn(clinic.folder)).toEqual([]);
    await clinic.ask(one, { id: patient }, stranger);
    await clinic.ask(many, { ids: Array(101).fill(patient) });
    const operation = { name: "One", hash: operationHash(parse(one)) };
    expect(entriesIn(clinic.folder)).toMatchObject([
      { read: {}, outcome: "refused", code: "UNAUTHORIZED_FIELD_OR_TYPE", operation },
      { read: {}, outcome: "refused", code: "BAD_USER_INPUT", operation: { name: "Many" } },
    ]);
  });
});

test("a failure is at the place of the item, and names the client's fields", async () => {
  await using clinic = await startClinic();
  const { data, errors } = await clinic.ask(many, { ids: [ward, nodeId("Bed", "b1")] });
  expect(data).toEqual({ all: [{ nodeId: ward, note: "Made up" }, null] });
  expect(errors?.map(({ path }) => path)).toContainEqual(["all", 1]);
  expect(JSON.stringify(errors)).not.toContain("nodes_");
});

test("a subgraph that is down is told once, at the first item of the list", async () => {
  const failure = { code: "SUBGRAPH_UNAVAILABLE", message: "It is down." } as const;
  await using clinic = await startClinic({ hooks: { beforeFetch: () => failure } });
  const { data, errors } = await clinic.ask(many, { ids: [ward, ward, patient] });
  expect(data).toEqual({ all: [null, null, null] });
  expect(errors).toMatchObject([
    { path: ["all", 0], extensions: { code: "SUBGRAPH_UNAVAILABLE", fields: ["all"] } },
  ]);
});

test.each(["compiled", "stock"] as const)(
  "what others answer is kept where a subgraph is down, by the %s executor",
  async (executor) => {
    const sourceFor: GatewayOptions["sourceFor"] = ({ name, url }) =>
      new HttpDataSource({
        name,
        url: name === "reviews" ? "http://127.0.0.1:9/graphql" : url,
        timeoutMs: 2_000,
      });
    await using gateway = await startGateway(shop, "http", { executor, sourceFor });
    const [book, review] = [nodeId("Book", "1"), nodeId("Review", "1")];
    const { data, errors } = await gateway.query(
      `{ node(id: "${book}") { nodeId ... on Book { stars } } nodes(ids: ["${review}", "${book}"]) { nodeId } }`,
    );
    expect(data).toEqual({ node: { nodeId: book, stars: null }, nodes: [null, { nodeId: book }] });
    expect(errors).toHaveLength(2);
    const alone = await gateway.query(`{ node(id: "${review}") { nodeId } }`);
    expect([alone.data, alone.errors?.length]).toEqual([{ node: null }, 1]);
  },
);

test("the report of the plan says which root fields are fetched", async () => {
  await using clinic = await startClinic();
  const { extensions } = await clinic.ask(one, { id: ward }, { "x-report-plan": "1" });
  expect(extensions?.["queryPlan"]).toMatchObject({
    fetches: [{ subgraph: "clinic", query: expect.stringContaining("ward(id:") }],
  });
});

test("a type has one plan, whatever its ids and whoever asks for them", async () => {
  await using clinic = await startClinic();
  for (const id of [ward, nodeId("Ward", "w2"), patient, nodeId("Patient", "p2")])
    await clinic.ask(one, { id });
  for (const ids of [
    [ward, patient],
    [patient, ward],
  ])
    await clinic.ask(many, { ids });
  expect(clinic.known).toEqual([false, true, false, true, false, true]);
});

test.each(topologies)("what may be kept of a root field is kept of node, %s", async (topology) => {
  const kept = {
    name: "wards",
    sdl: `${cacheControlDirective} type Query { ward(id: ID!): Ward }
      type Ward @key(fields: "id") @cacheControl(maxAge: 60, scope: PUBLIC) { id: ID! nodeId: ID! }`,
    resolvers: {
      Query: { ward: (_: unknown, { id }: { readonly id: string }) => ({ id, nodeId: nodeId("Ward", id) }) },
    },
    version: () => "1",
  };
  await using gateway = await startVersioned([kept], topology);
  const ask = (id: string) => gateway.text(`{ node(id: "${nodeId("Ward", id)}") { nodeId } }`);
  for (const id of ["w1", "w1", "w2", "w2"])
    expect(JSON.parse(await ask(id))).toEqual({ data: { node: { nodeId: nodeId("Ward", id) } } });
  expect(gateway.queries()).toHaveLength(2);
});
