import { beforeAll, expect, test } from "vitest";
import { callerOf, officialOf } from "../support/callers.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { found } from "../support/node-places.js";

interface Found {
  readonly field: string;
  readonly id: string;
  readonly nodeId: string;
}

let graph: SharedGraph;
let objects: readonly Found[];
beforeAll(async () => {
  graph = await sharedGraph();
  const fields = Object.entries(found).map(async ([field, where]): Promise<Found> => {
    const answer = JSON.stringify(await graph.expectData(`{ ${where.replaceAll(/\bid\b/g, "id nodeId")} }`));
    const [, id = "", nodeId = ""] = /"id":"([^"]+)","nodeId":"([^"]+)"/.exec(answer) ?? [];
    return { field, id, nodeId };
  });
  objects = await Promise.all(fields);
});

const nodes = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename nodeId ... on Household { code } } }";
const nodeIdOf = (text: string) => Buffer.from(text).toString("base64url");

test("node gives an object of each type by its nodeId, as its root field does", async () => {
  for (const { field, id, nodeId } of objects) {
    const byRoot = await graph.expectData(
      `query ($id: ID!) { object: ${field}(id: $id) { __typename id nodeId } }`,
      { id },
    );
    expect(byRoot["object"], field).toMatchObject({ id, nodeId });
    const { __typename: type } = byRoot["object"] as { readonly __typename: string };
    const byNode = `query ($id: ID!) { object: node(id: $id) { __typename ... on ${type} { id } nodeId } }`;
    expect(await graph.expectData(byNode, { id: nodeId })).toEqual(byRoot);
  }
});

test("objects of a type take one statement, however many there are and of whatever types the others are", async () => {
  const one = objects.map(({ nodeId }) => nodeId);
  graph.takeStatements();
  const { nodes: first } = await graph.expectData(nodes, { ids: one });
  expect(first).toEqual(one.map((nodeId) => expect.objectContaining({ nodeId })));
  const statements = Object.values(graph.takeStatements()).reduce((sum, count) => sum + count, 0);
  expect(statements).toBe(objects.length);
  await graph.expectData(nodes, { ids: [...one, ...one.toReversed(), ...one] });
  const more = Object.values(graph.takeStatements()).reduce((sum, count) => sum + count, 0);
  expect(more).toBe(objects.length);
});

test("what lies outside the caller's areas is null, with the statements of what is not on record", async () => {
  const elsewhere = graph.as(officialOf("22@0"));
  const household = objects.find(({ field }) => field === "household")?.nodeId ?? "";
  const ask = async (id: string) => {
    graph.takeStatements();
    const answer = await elsewhere.query("query ($id: ID!) { node(id: $id) { nodeId } }", { id });
    return { answer, statements: graph.takeStatements() };
  };
  const outside = await ask(household);
  expect(outside.answer).toEqual({ data: { node: null } });
  expect(outside).toEqual(await ask(nodeIdOf("Household:unknown")));
});

test("whoever lacks the scope of a type gets none of it, and objects of others", async () => {
  const idOf = (name: string) => objects.find(({ field }) => field === name)?.nodeId ?? "";
  const ids = [idOf("household"), idOf("socialHousingProject"), idOf("household")];
  graph.takeStatements();
  const { data, errors = [] } = await graph.as(callerOf("public")).query(nodes, { ids });
  expect(data).toEqual({ nodes: [null, expect.objectContaining({ nodeId: ids[1] }), null] });
  expect(errors.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
    [["nodes"], "UNAUTHORIZED_FIELD_OR_TYPE"],
  ]);
  expect(graph.takeStatements()).toEqual({ "housing-projects": 1 });
});

/** What relay-compiler 21.0.1 makes of a fragment with `@refetchable` and a list: docs/clients.md. */
const refetchCard = `query CardRefetch($count: Int = 20, $cursor: String, $nodeId: ID!) {
  node(id: $nodeId) { __typename ...Card_1G22uz nodeId }
}
fragment Card_1G22uz on Household {
  code
  reviews(first: $count, after: $cursor) {
    edges { node { id reviewedOn __typename } cursor }
    pageInfo { endCursor hasNextPage }
  }
  nodeId
}`;

interface Card {
  readonly code: string;
  readonly reviews: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
}

test("Relay fetches a fragment with a list again, page by page", async () => {
  const { households } = (await graph.expectData(
    "{ households(first: 1) { edges { node { nodeId code reviews(first: 3) { edges { node { id } } } } } } }",
  )) as {
    readonly households: { readonly edges: readonly { readonly node: Card & { readonly nodeId: string } }[] };
  };
  const { nodeId, code, reviews } = households.edges[0]?.node ?? {};
  const seen: string[] = [];
  let cursor: string | null = null;
  for (const _ of reviews?.edges ?? []) {
    const data: Record<string, unknown> = await graph.expectData(refetchCard, { nodeId, count: 1, cursor });
    const card = data["node"] as Card;
    expect(card).toMatchObject({ __typename: "Household", nodeId, code });
    seen.push(...card.reviews.edges.map(({ node }) => node.id));
    cursor = card.reviews.pageInfo.endCursor;
  }
  expect(seen.length).toBeGreaterThan(1);
  expect(seen).toEqual(reviews?.edges.map(({ node }) => node.id));
});

test("Relay fetches a fragment on the interface again, for each type that it names", async () => {
  const query = `query AnyRefetch($nodeId: ID!) { node(id: $nodeId) { __typename ...Any nodeId } }
    fragment Any on Node { __isNode: __typename __typename
      ... on Loan { principal program { name nodeId } } ... on Household { ...Card } nodeId }
    fragment Card on Household { code nodeId }`;
  const { nodeId } = objects.find(({ field }) => field === "loan") ?? {};
  const { node } = await graph.expectData(query, { nodeId });
  const program = { name: expect.any(String), nodeId: expect.any(String) };
  expect(node).toEqual({
    __isNode: "Loan",
    __typename: "Loan",
    principal: expect.any(Number),
    program,
    nodeId,
  });
});
