import { expect } from "vitest";
import { BadUserInputError, NotFoundError } from "@an-sinh/server/errors";
import type { FederationCase } from "./federation-case.js";

const fail = (error: Error) => () => {
  throw error;
};
const people = {
  name: "people",
  sdl: `
    type Query { people: [Person!]! one: Person broken: Int bad: Int must: Int! }
    type Person @key(fields: "id") { id: ID! name: String! }
  `,
  resolvers: {
    Query: {
      people: () => [
        { id: "1", name: "An" },
        { id: "2", name: "Binh" },
      ],
      one: () => ({ id: "404", name: "Nobody" }),
      broken: fail(new Error("password=secret")),
      bad: fail(new BadUserInputError("Expected better")),
      must: fail(new NotFoundError("Not there")),
    },
  },
};
const ages = {
  name: "ages",
  sdl: `type Person @key(fields: "id") { id: ID! age: Int sure: Int! }`,
  resolvers: {
    Person: {
      __resolveReference: async ({ id }: { id: string }) => (id === "404" ? null : { id, sure: 1 }),
      age: ({ id }: { id: string }) => {
        if (id === "2") throw new NotFoundError("No age");
        return 30;
      },
    },
  },
};

const internal = (path: readonly string[], service: string) => ({
  message: "Internal server error",
  path,
  extensions: { code: "INTERNAL", service, requestId: expect.any(String) as string },
});

export const failuresCase: FederationCase = {
  title: "failures",
  subgraphs: () => [people, ages],
  operations: [
    {
      rule: "the error of one item has its path and its subgraph, the rest arrives",
      query: "{ people { name age } }",
      answer: {
        data: {
          people: [
            { name: "An", age: 30 },
            { name: "Binh", age: null },
          ],
        },
        errors: [
          {
            message: "No age",
            path: ["people", 1, "age"],
            extensions: { code: "NOT_FOUND", service: "ages" },
          },
        ],
      },
    },
    {
      rule: "the path of an error has the names that the client gave",
      query: "{ people { id: name __alias_0: age } }",
      answer: {
        data: {
          people: [
            { id: "An", __alias_0: 30 },
            { id: "Binh", __alias_0: null },
          ],
        },
        errors: [
          {
            message: "No age",
            path: ["people", 1, "__alias_0"],
            extensions: { code: "NOT_FOUND", service: "ages" },
          },
        ],
      },
    },
    {
      rule: "an unexpected error is masked, a client error keeps its code",
      query: "{ broken bad }",
      answer: {
        data: { broken: null, bad: null },
        errors: [
          internal(["broken"], "people"),
          {
            message: "Expected better",
            path: ["bad"],
            extensions: { code: "BAD_USER_INPUT", service: "people" },
          },
        ],
      },
    },
    {
      rule: "an error in a non-null field makes its parent null",
      query: "{ must one { name } }",
      answer: {
        data: null,
        errors: [
          { message: "Not there", path: ["must"], extensions: { code: "NOT_FOUND", service: "people" } },
        ],
      },
    },
    {
      rule: "an entity that another subgraph does not know leaves nullable fields null",
      query: "{ one { name age } }",
      answer: { data: { one: { name: "Nobody", age: null } } },
    },
    {
      rule: "an entity that another subgraph does not know is null where a field of it must not be",
      query: "{ one { name sure } }",
      answer: { data: { one: null } },
    },
  ],
};
