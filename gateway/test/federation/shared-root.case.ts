import type { FederationCase } from "./federation-case.js";

const one = (field: string, value: unknown) => ({
  name: `of-${field}`,
  sdl: `
    type Query { thing: Thing! @shareable things: [Thing]! @shareable maybe: Thing @shareable }
    type Thing { id: ID! @shareable inner: Inner! @shareable ${field}: String }
    type Inner { ${field}Of: Int text: String @shareable }
  `,
  resolvers: {
    Query: {
      thing: () => thing(field, value, "1"),
      things: () => [thing(field, value, "1"), null, thing(field, value, "2")],
      maybe: () => null,
    },
  },
});
const thing = (field: string, value: unknown, id: string) => ({
  id,
  [field]: value,
  inner: { [`${field}Of`]: 0, text: "t" },
});

export const sharedRootCase: FederationCase = {
  title: "root fields that three subgraphs share",
  subgraphs: () => [one("name", "N"), one("price", ""), one("size", null)],
  operations: [
    {
      rule: "an object is merged from all of them",
      query: "{ thing { id name price size inner { nameOf priceOf sizeOf text } } }",
      answer: {
        data: {
          thing: {
            id: "1",
            name: "N",
            price: "",
            size: null,
            inner: { nameOf: 0, priceOf: 0, sizeOf: 0, text: "t" },
          },
        },
      },
    },
    {
      rule: "a list is merged item by item",
      query: "{ things { id price name } }",
      answer: {
        data: { things: [{ id: "1", price: "", name: "N" }, null, { id: "2", price: "", name: "N" }] },
      },
    },
    {
      rule: "under several aliases, each with other fields",
      query:
        "{ a: thing { name } b: thing { name: price } c: things { inner { text: nameOf priceOf } } maybe { size name } }",
      answer: {
        data: {
          a: { name: "N" },
          b: { name: "" },
          c: [{ inner: { text: 0, priceOf: 0 } }, null, { inner: { text: 0, priceOf: 0 } }],
          maybe: null,
        },
      },
    },
  ],
};
