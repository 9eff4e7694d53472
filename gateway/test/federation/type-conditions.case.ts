import { findById, type FederationCase } from "./federation-case.js";

const rex = { __typename: "Dog", id: "d", name: "Rex", barks: true };
const tom = { __typename: "Cat", id: "c", name: "Tom" };
const zoo = {
  name: "zoo",
  sdl: `
    type Query { dog: Dog animals: [Animal!]! friends: [Friend]! }
    interface Animal { name: String! }
    interface Pet { owner: String }
    union Friend = Dog | Cat | Robot
    type Dog implements Animal & Pet @key(fields: "id") { id: ID! name: String! owner: String barks: Boolean! }
    type Cat implements Animal & Pet @key(fields: "id") { id: ID! name: String! owner: String }
    type Bird implements Animal { name: String! sings: Boolean! }
    type Robot { model: String! }
  `,
  resolvers: {
    Query: {
      dog: () => rex,
      animals: () => [rex, tom, { __typename: "Bird", name: "Bib", sings: true }],
      friends: () => [tom, { __typename: "Robot", model: "R2" }, null, rex],
    },
  },
};
const ages = {
  name: "ages",
  sdl: `type Dog @key(fields: "id") { id: ID! age: Int! } type Cat @key(fields: "id") { id: ID! age: Int! }`,
  resolvers: {
    Dog: { __resolveReference: findById([{ id: "d", age: 3 }]) },
    Cat: { __resolveReference: findById([{ id: "c", age: 9 }]) },
  },
};

export const typeConditionsCase: FederationCase = {
  title: "type conditions",
  subgraphs: () => [zoo, ages],
  operations: [
    {
      rule: "a fragment on a type through a wider one selects its fields",
      query: "{ dog { ... on Animal { ... on Dog { name } } } }",
      answer: { data: { dog: { name: "Rex" } } },
    },
    {
      rule: "a fragment on a wider type inside one on the type selects its fields",
      query: "{ dog { ... on Dog { ... on Animal { name ... on Pet { owner ... on Dog { barks } } } } } }",
      answer: { data: { dog: { name: "Rex", owner: null, barks: true } } },
    },
    {
      rule: "a fragment through a wider type reaches fields of another subgraph",
      query: "{ dog { ... on Animal { ... on Pet { ... on Dog { age } } } } }",
      answer: { data: { dog: { age: 3 } } },
    },
    {
      rule: "a fragment on another type through a wider one selects nothing",
      query: "{ dog { ... on Animal { ... on Cat { name age } } } }",
      answer: { data: { dog: {} } },
    },
    {
      rule: "fragments on interfaces that only some types have in common choose those types",
      query: "{ animals { ... on Pet { ... on Animal { ... on Cat { age } ... on Dog { name } } } } }",
      answer: { data: { animals: [{ name: "Rex" }, { age: 9 }, {}] } },
    },
    {
      rule: "fragments on unions and interfaces may be nested either way",
      query:
        "{ friends { ... on Animal { name ... on Friend { __typename ... on Dog { barks age } } } ... on Friend { ... on Robot { model } } } }",
      answer: {
        data: {
          friends: [
            { name: "Tom", __typename: "Cat" },
            { model: "R2" },
            null,
            { name: "Rex", __typename: "Dog", barks: true, age: 3 },
          ],
        },
      },
    },
    {
      rule: "named fragments may be nested either way",
      query: `
        { dog { ...A } animals { ...A } }
        fragment A on Animal { ...D ...C }
        fragment D on Dog { ...P age }
        fragment P on Pet { owner ... on Animal { name } }
        fragment C on Cat { age }
      `,
      answer: {
        data: {
          dog: { owner: null, name: "Rex", age: 3 },
          animals: [{ owner: null, name: "Rex", age: 3 }, { age: 9 }, {}],
        },
      },
    },
    {
      rule: "a condition on an outer fragment decides about what is nested in it",
      query: `query ($no: Boolean!) {
        dog { ... on Animal @skip(if: $no) { ... on Dog { name age } } ... on Dog @include(if: $no) { barks } }
      }`,
      variables: { no: true },
      answer: { data: { dog: { barks: true } } },
    },
    {
      rule: "the same field through several fragments is one field, with the selections of all",
      query:
        "{ dog { ... on Animal { n: name } ... on Dog { n: name } ... on Pet { ... on Animal { n: name } } } }",
      answer: { data: { dog: { n: "Rex" } } },
    },
  ],
};
