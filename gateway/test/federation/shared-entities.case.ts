import type { FederationCase } from "./federation-case.js";

const things = {
  name: "things",
  sdl: `type Query { things: [Thing] } type Thing @key(fields: "id") { id: ID! }`,
  resolvers: { Query: { things: () => [{ id: "t" }] } },
};
const owners = {
  name: "owners",
  sdl: `
    type Thing @key(fields: "id") { id: ID! owner: Person }
    type Person @key(fields: "id", resolvable: false) { id: ID! }
  `,
  resolvers: { Thing: { owner: () => ({ id: "p" }) } },
};
const persons = {
  name: "persons",
  sdl: `
    type Person @key(fields: "id") { id: ID! name(language: String): String friends(first: Int): [Friend!] }
    type Friend { name(language: String): String age: Int! }
  `,
  resolvers: {
    Person: {
      name: (_: unknown, { language }: { language: string }) => language,
      friends: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, () => ({ age: 7 })),
    },
    Friend: { name: (_: unknown, { language }: { language: string }) => language },
  },
};

export const sharedEntitiesCase: FederationCase = {
  title: "one entity in several places",
  subgraphs: () => [things, owners, persons],
  operations: [
    {
      rule: "has in each place the fields with the arguments that were asked for there",
      query: `{ a: things { owner { name(language: "en") } } b: things { owner { name(language: "fr") } } }`,
      answer: { data: { a: [{ owner: { name: "en" } }], b: [{ owner: { name: "fr" } }] } },
    },
    {
      rule: "has in each place the objects below it with their fields",
      query: `{
        a: things { owner { friends(first: 2) { name(language: "en") age } } }
        b: things { owner { friends(first: 2) { name(language: "fr") } } }
        c: things { owner { friends(first: 1) { age } } }
      }`,
      answer: {
        data: {
          a: [
            {
              owner: {
                friends: [
                  { name: "en", age: 7 },
                  { name: "en", age: 7 },
                ],
              },
            },
          ],
          b: [{ owner: { friends: [{ name: "fr" }, { name: "fr" }] } }],
          c: [{ owner: { friends: [{ age: 7 }] } }],
        },
      },
    },
  ],
};
