import type { FederationCase } from "./federation-case.js";

/** Two subgraphs that append to one log, which shows the order in which the fields of a mutation run. */
function subgraphs() {
  const log: string[] = [];
  const append = (text: string) => {
    log.push(text);
    return [...log];
  };
  const slowly = async (text: string) => {
    await new Promise((resolve) => setImmediate(resolve));
    return append(text);
  };
  return [
    {
      name: "first",
      sdl: `type Query { log: [String!]! } type Mutation { a(text: String!): [String!]! }`,
      resolvers: {
        Query: { log: () => log },
        Mutation: { a: (_: unknown, { text }: { text: string }) => slowly(text) },
      },
    },
    {
      name: "second",
      sdl: `type Mutation { b(text: String!): [String!]! repeat(entry: Entry!): String! } input Entry { text: String! times: Int = 1 }`,
      resolvers: {
        Mutation: {
          b: (_: unknown, { text }: { text: string }) => append(text),
          repeat: (_: unknown, { entry }: { entry: { text: string; times: number } }) =>
            entry.text.repeat(entry.times),
        },
      },
    },
  ];
}

export const mutationsCase: FederationCase = {
  title: "mutations",
  subgraphs,
  operations: [
    {
      rule: "run one after the other across subgraphs",
      query: `mutation { one: a(text: "1") two: b(text: "2") three: a(text: "3") four: a(text: "4") }`,
      answer: { data: { one: ["1"], two: ["1", "2"], three: ["1", "2", "3"], four: ["1", "2", "3", "4"] } },
    },
    {
      rule: "take input objects from variables",
      query: "mutation ($entry: Entry!) { repeat(entry: $entry) }",
      variables: { entry: { text: "x", times: 3 } },
      answer: { data: { repeat: "xxx" } },
    },
  ],
};
