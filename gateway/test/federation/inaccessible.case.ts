import type { FederationCase } from "./federation-case.js";

const files = {
  name: "files",
  sdl: `
    type Query { file(kind: Kind = PUBLIC): File! kinds: [Kind] }
    type File @key(fields: "id") { id: ID! secret: String! @inaccessible kind: Kind }
    enum Kind { PUBLIC PRIVATE @inaccessible }
  `,
  resolvers: {
    Query: {
      file: () => ({ id: "1", secret: "s", kind: "PRIVATE" }),
      kinds: () => ["PUBLIC", "PRIVATE"],
    },
    File: { __resolveReference: async ({ id }: { id: string }) => ({ id, secret: "s" }) },
  },
};
const digests = {
  name: "digests",
  sdl: `
    type File @key(fields: "id") {
      id: ID! secret: String! @external digest: String! @requires(fields: "secret")
    }
  `,
  resolvers: {
    File: {
      __resolveReference: async (file: object) => file,
      digest: ({ secret }: { secret: string }) => `${secret}${secret}`,
    },
  },
};

export const inaccessibleCase: FederationCase = {
  title: "@inaccessible",
  subgraphs: () => [files, digests],
  operations: [
    {
      rule: "a hidden field may be required between subgraphs",
      query: "{ file { id digest } }",
      answer: { data: { file: { id: "1", digest: "ss" } } },
    },
    {
      rule: "a hidden field cannot be selected",
      query: "{ file { secret } }",
      answer: {
        errors: [
          {
            message: 'Cannot query field "secret" on type "File".',
            locations: [{ line: 1, column: 10 }],
            extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
          },
        ],
      },
    },
    {
      rule: "a hidden enum value is a silent null",
      query: "{ file { kind } kinds }",
      answer: { data: { file: { kind: null }, kinds: ["PUBLIC", null] } },
    },
    {
      rule: "a hidden enum value cannot be given",
      query: "{ file(kind: PRIVATE) { id } }",
      answer: {
        errors: [
          {
            message: 'Value "PRIVATE" does not exist in "Kind" enum.',
            locations: [{ line: 1, column: 14 }],
            extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
          },
        ],
      },
    },
  ],
};
