import type { FederationCase } from "./federation-case.js";

interface Node {
  readonly id: string;
}

const realOf = (id: string) => ({ __typename: id === "b" ? "Book" : "Film", id, title: `title ${id}` });
const media = {
  name: "media",
  sdl: `
    interface Media @key(fields: "id") { id: ID! title: String! }
    type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title: String! }
    type Query { film: Film! }
  `,
  resolvers: {
    Query: { film: () => realOf("f") },
    Media: { __resolveReference: async ({ id }: Node) => realOf(id) },
    Book: { pages: () => 0 },
  },
};
const lists = {
  name: "lists",
  sdl: `
    type Query { list: [Media]! }
    type Media @interfaceObject @key(fields: "id") { id: ID! position: Int! next: Media }
  `,
  resolvers: {
    Query: { list: () => [{ id: "b", position: 0 }, null, { id: "f", position: 1 }] },
    Media: {
      __resolveReference: async ({ id }: Node) => ({ id, position: id === "b" ? 0 : 1 }),
      next: ({ id }: Node) => (id === "b" ? { id: "f", position: 1 } : null),
    },
  },
};
const likes = {
  name: "likes",
  sdl: `
    type Media @interfaceObject @key(fields: "id") { id: ID! likes: Int! fans: [Fan!]! }
    type Fan { favorite: Media }
  `,
  resolvers: {
    Media: {
      __resolveReference: async ({ id }: Node) => ({
        id,
        likes: 0,
        fans: [{ favorite: { id: "b", likes: 1, fans: [] } }],
      }),
    },
  },
};

export const interfaceObjectDetoursCase: FederationCase = {
  title: "interface objects of several subgraphs",
  subgraphs: () => [media, lists, likes],
  operations: [
    {
      rule: "one leads to another",
      query: "{ list { position likes } }",
      answer: { data: { list: [{ position: 0, likes: 0 }, null, { position: 1, likes: 0 }] } },
    },
    {
      rule: "the real type is found on the way, for its name and its own fields",
      query: "{ list { __typename position likes ... on Book { pages } next { __typename title likes } } }",
      answer: {
        data: {
          list: [
            {
              __typename: "Book",
              position: 0,
              likes: 0,
              pages: 0,
              next: { __typename: "Film", title: "title f", likes: 0 },
            },
            null,
            { __typename: "Film", position: 1, likes: 0, next: null },
          ],
        },
      },
    },
    {
      rule: "a real type gets the fields of all interface objects",
      query: "{ film { id title position likes fans { favorite { __typename likes position title } } } }",
      answer: {
        data: {
          film: {
            id: "f",
            title: "title f",
            position: 1,
            likes: 0,
            fans: [{ favorite: { __typename: "Book", likes: 1, position: 0, title: "title b" } }],
          },
        },
      },
    },
    {
      rule: "a type condition leaves the others empty",
      query: "{ list { ... on Film { likes position } } }",
      answer: { data: { list: [{}, null, { likes: 0, position: 1 }] } },
    },
    {
      rule: "fragments through the interface and one of its types may be nested either way",
      query: "{ list { ... on Media { ... on Book { title ... on Media { likes } } } } }",
      answer: { data: { list: [{ title: "title b", likes: 0 }, null, {}] } },
    },
  ],
};
