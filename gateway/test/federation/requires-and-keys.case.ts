import type { FederationCase } from "./federation-case.js";

const names = {
  name: "names",
  sdl: `
    type Part
      @key(fields: "id")
      @key(fields: "maker { code }", resolvable: false)
      @key(fields: "id maker { code }", resolvable: false) { id: ID! maker: Maker! name: String! }
    type Maker @shareable { code: ID! }
  `,
  resolvers: {
    Part: {
      __resolveReference: async ({ id }: { id: string }) => ({
        id,
        name: `part ${id}`,
        maker: { code: "m" },
      }),
    },
  },
};
const labels = {
  name: "labels",
  sdl: `
    type Query { part: Part }
    type Part
      @key(fields: "maker { code }", resolvable: false)
      @key(fields: "id maker { code }")
      @key(fields: "id", resolvable: false) {
      id: ID! maker: Maker! name: String! @external label: String! @requires(fields: "name")
    }
    type Maker @shareable { code: ID! }
  `,
  resolvers: {
    Query: { part: () => ({ id: "7", maker: { code: "m" } }) },
    Part: {
      __resolveReference: async (part: object) => part,
      label: ({ id, name }: { id: string; name: string }) => `${id}: ${name}`,
    },
  },
};

export const requiresAndKeysCase: FederationCase = {
  title: "@requires and keys",
  subgraphs: () => [names, labels],
  operations: [
    {
      rule: "a plan comes back to a subgraph by a key that it resolves",
      query: "{ part { label } }",
      answer: { data: { part: { label: "7: part 7" } } },
    },
  ],
};
