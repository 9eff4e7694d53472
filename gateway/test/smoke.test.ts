import { expect, test } from "vitest";
import { startGateway, topologies } from "./support.js";

const cases = [
  {
    name: "a",
    sdl: `type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String! }`,
    resolvers: { Query: { users: () => [{ id: "1", name: "A" }, null, { id: "2", name: "B" }] } },
  },
  {
    name: "b",
    sdl: `type User @key(fields: "id") { id: ID! age: Int! }`,
    resolvers: {
      User: { __resolveReference: async (r: { id: string }) => ({ id: r.id, age: Number(r.id) }) },
    },
  },
];
test.each(topologies)("works %s", async (topology) => {
  await using gateway = await startGateway(cases, topology);
  expect(await gateway.query("{ users { name age } }")).toEqual({
    data: { users: [{ name: "A", age: 1 }, null, { name: "B", age: 2 }] },
  });
});
