import { findById, type FederationCase } from "./federation-case.js";

const users = {
  name: "users",
  sdl: `type Query { user: User } type User @key(fields: "id") { id: ID! name: String! }`,
  resolvers: { Query: { user: () => ({ id: "1", name: "An" }) } },
};
const ages = {
  name: "ages",
  sdl: `type User @key(fields: "id") { id: ID! age(plus: Int! = 0): Int! }`,
  resolvers: {
    User: {
      __resolveReference: findById([{ id: "1" }]),
      age: (_: unknown, { plus }: { plus: number }) => 30 + plus,
    },
  },
};
const conditional =
  "query ($deep: Boolean = false) { user { name @skip(if: $deep) age @include(if: $deep) } }";

const nullCondition = {
  errors: [
    {
      message: 'The argument "if" of @skip or @include must not be null.',
      extensions: { code: "BAD_USER_INPUT" },
    },
  ],
};

export const conditionsCase: FederationCase = {
  title: "conditions and variables",
  subgraphs: () => [users, ages],
  operations: [
    {
      rule: "a variable's default decides about @include and @skip",
      query: conditional,
      answer: { data: { user: { name: "An" } } },
    },
    {
      rule: "one variable includes a field and skips another",
      query: conditional,
      variables: { deep: true },
      answer: { data: { user: { age: 30 } } },
    },
    {
      rule: "conditions on fragments that cross subgraphs",
      query:
        "query ($a: Boolean!, $b: Boolean!) { user { ... @include(if: $a) { age } ...N @skip(if: $b) } } fragment N on User { name }",
      variables: { a: true, b: false },
      answer: { data: { user: { age: 30, name: "An" } } },
    },
    {
      rule: "a variable's default reaches the subgraph",
      query: "query ($plus: Int! = 5) { user { age(plus: $plus) } }",
      answer: { data: { user: { age: 35 } } },
    },
    {
      rule: "a given variable wins over its default, each alias has its own argument",
      query: "query ($plus: Int! = 5) { user { a: age(plus: $plus) b: age(plus: 1) c: age } }",
      variables: { plus: 7 },
      answer: { data: { user: { a: 37, b: 31, c: 30 } } },
    },
    {
      rule: "a null for @include's variable is the client's mistake",
      query: conditional,
      variables: { deep: null },
      answer: nullCondition,
    },
    {
      rule: "a null for @skip's variable is the client's mistake, also where no subgraph sees it",
      query: "query ($no: Boolean = false) { user { id } __typename @skip(if: $no) }",
      variables: { no: null },
      answer: nullCondition,
    },
  ],
};
