import { expect, test } from "vitest";
import { startGateway, type SubgraphCase } from "./support/gateway.js";

const colors = Object.freeze({ names: Object.freeze(["red"]) });

const catalog: SubgraphCase = {
  name: "catalog",
  sdl: `
    scalar Json
    type Query { item: Item odd: Json }
    type Item @key(fields: "id") { id: ID! colors: Json since: Json }
  `,
  resolvers: {
    Query: {
      item: () => ({ id: "1", colors, since: new Date(0) }),
      odd: () => ({ kept: 1, dropped: undefined, not: Number.NaN }),
    },
  },
};
const labels: SubgraphCase = {
  name: "labels",
  sdl: `
    scalar Json
    type Item @key(fields: "id") {
      id: ID! colors: Json @external since: Json @external label: String @requires(fields: "colors since")
    }
  `,
  resolvers: {
    Item: {
      __resolveReference: async (item: object) => item,
      label: (item: { colors: { names: string[] }; since: string }) => {
        item.colors.names.push("blue");
        return `${item.colors.names.join(" and ")} since ${item.since}`;
      },
    },
  },
};

test("a subgraph gets a copy of another subgraph's value, as after JSON", async () => {
  await using gateway = await startGateway([catalog, labels], "local");
  expect(await gateway.query("{ item { label } }")).toEqual({
    data: { item: { label: "red and blue since 1970-01-01T00:00:00.000Z" } },
  });
  expect(colors).toEqual({ names: ["red"] });
});

test("a client gets the values that it gets over HTTP", async () => {
  await using gateway = await startGateway([catalog, labels], "local");
  expect(await gateway.query("{ item { colors since } odd }")).toEqual({
    data: {
      item: { colors: { names: ["red"] }, since: "1970-01-01T00:00:00.000Z" },
      odd: { kept: 1, not: null },
    },
  });
});
