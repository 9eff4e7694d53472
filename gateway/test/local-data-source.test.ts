import { expect, test } from "vitest";
import { startGateway, type SubgraphCase } from "./support/gateway.js";

const settings = Object.freeze({ colors: Object.freeze(["red"]), nested: Object.freeze({ depth: 1 }) });

const left: SubgraphCase = {
  name: "left",
  sdl: `
    scalar Json
    type Query { shared: Shared @shareable when: Json odd: Json }
    type Shared { settings: Json @shareable left: Int }
  `,
  resolvers: {
    Query: {
      shared: () => ({ settings, left: 1 }),
      when: () => new Date(0),
      odd: () => ({ kept: 1, dropped: undefined, not: Number.NaN }),
    },
  },
};
const right: SubgraphCase = {
  name: "right",
  sdl: `
    scalar Json
    type Query { shared: Shared @shareable }
    type Shared { settings: Json @shareable right: Int }
  `,
  resolvers: {
    Query: { shared: () => ({ settings: { colors: ["blue"], nested: { depth: 2 } }, right: 2 }) },
  },
};

test("a value that a subgraph froze or shares is not changed", async () => {
  await using gateway = await startGateway([left, right], "local");
  const { data } = await gateway.query("{ shared { settings left right } }");
  expect(data).toMatchObject({ shared: { left: 1, right: 2 } });
  expect(settings).toEqual({ colors: ["red"], nested: { depth: 1 } });
});

test("values are the same as after JSON", async () => {
  await using gateway = await startGateway([left, right], "local");
  expect(await gateway.query("{ when odd }")).toEqual({
    data: { when: "1970-01-01T00:00:00.000Z", odd: { kept: 1, not: null } },
  });
});
