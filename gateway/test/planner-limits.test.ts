import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "./support/gateway.js";

/** Every subgraph can resolve every node, so the planner has many plans to choose from. */
const subgraphs = Array.from({ length: 20 }, (_, index) => ({
  name: `tree-${index}`,
  sdl: `
    type Node @key(fields: "id") @shareable { id: ID! below: Node }
    ${index === 0 ? "type Query { node: Node }" : ""}
  `,
  resolvers: {},
}));

let gateways: readonly GatewayUnderTest[];
beforeAll(async () => {
  const unlimited = {
    tokens: 10_000,
    operations: Infinity,
    depth: Infinity,
    fields: Infinity,
    aliases: Infinity,
    rootFields: Infinity,
  };
  gateways = await Promise.all(
    (["compiled", "stock"] as const).map((executor) =>
      startGateway(subgraphs, "local", { limits: unlimited, executor }),
    ),
  );
});
afterAll(() => Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]())));

/** Selects 2 to the power of `levels` nodes. */
const doubling = (levels: number) => {
  const fragments = Array.from(
    { length: levels },
    (_, level) =>
      `fragment F${level} on Node { a${level}: below { ...F${level + 1} } b${level}: below { ...F${level + 1} } }`,
  );
  return `{ node { ...F0 } } ${fragments.join(" ")} fragment F${levels} on Node { id }`;
};

test.each([
  { what: "more selections than the planner expands", levels: 24 },
  { what: "more ways between subgraphs than the planner compares", levels: 12 },
])("$what is too complex, for each executor", async ({ levels }) => {
  const message = "The query selects too much to be planned.";
  for (const gateway of gateways)
    expect(await gateway.query(doubling(levels))).toEqual({
      errors: [{ message, extensions: { code: "QUERY_TOO_COMPLEX" } }],
    });
});
