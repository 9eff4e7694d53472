import { NotFoundError } from "@an-sinh/server/errors";
import { expect } from "vitest";
import type { FederationCase } from "./federation-case.js";

const ids = (...given: readonly (string | null)[]) => given.map((id) => id && { id });
const people = {
  name: "people",
  sdl: `
    type Query { some: [Person]! all: [Person!] strict: [Person!]! rows: [[Person!]]! pair: Pair broken: Int }
    type Pair { left: Person! right: Person note: String! }
    type Person @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      some: () => ids("1", "404", null, "3", "404"),
      all: () => ids("1", "404"),
      strict: () => ids("404"),
      rows: () => [ids("1", "404"), ids("1"), ids("404")],
      pair: () => ({ left: { id: "404" }, right: { id: "500" }, note: "n" }),
      broken: () => {
        throw new NotFoundError("No number");
      },
    },
  },
};
const facts = {
  name: "facts",
  sdl: `type Person @key(fields: "id") { id: ID! sure: Int! maybe: Int sures: [Int!]! }`,
  resolvers: {
    Person: {
      __resolveReference: async ({ id }: { id: string }) => {
        if (id === "500") throw new NotFoundError("No person");
        return id === "404" ? null : { id, sure: 0, sures: [0] };
      },
      maybe: ({ id }: { id: string }) => {
        if (id === "3") throw new NotFoundError("No fact");
        return 1;
      },
    },
  },
};

const friends = {
  name: "friends",
  sdl: `type Person @key(fields: "id") { id: ID! friend: Person! }`,
  resolvers: {
    Person: { __resolveReference: async ({ id }: { id: string }) => ({ id, friend: { id: "404" } }) },
  },
};

type Path = readonly (string | number)[];
const notNull = (...path: Path) => ({
  message: "Cannot return null for non-nullable field Person.sure.",
  path,
  extensions: expect.objectContaining({ code: "SUBGRAPH_ERROR" }) as unknown,
});
const notFound = (service: string, message: string, ...path: Path) => ({
  message,
  path,
  extensions: { code: "NOT_FOUND", service },
});

export const nullPropagationCase: FederationCase = {
  title: "nulls that must not be",
  subgraphs: () => [people, facts, friends],
  operations: [
    {
      rule: "of entities that there are not make their items null, without errors, and the other items stay",
      query: "{ some { id sure } }",
      answer: { data: { some: [{ id: "1", sure: 0 }, null, null, { id: "3", sure: 0 }, null] } },
    },
    {
      rule: "go up to the first parent that may be null",
      query: "{ pair { left { sure } note } }",
      answer: { data: { pair: null }, errors: [notNull("pair", "left", "sure")] },
    },
    {
      rule: "make the list null whose items must not be, the rest of the answer stays",
      query: "{ all { sure } some { id } }",
      answer: {
        data: { all: null, some: [{ id: "1" }, { id: "404" }, null, { id: "3" }, { id: "404" }] },
        errors: [notNull("all", 1, "sure")],
      },
    },
    {
      rule: "make the whole answer null where every parent must not be",
      query: "{ some { id } strict { sure } }",
      answer: { data: null, errors: [notNull("strict", 0, "sure")] },
    },
    {
      rule: "in lists of lists make the inner list null",
      query: "{ rows { n: sure } }",
      answer: {
        data: { rows: [null, [{ n: 0 }], null] },
        errors: [notNull("rows", 0, 1, "n"), notNull("rows", 2, 0, "n")],
      },
    },
    {
      rule: "of entities that there are not hide no errors of subgraphs, at the root and in another item",
      query: "{ broken some { maybe sure } }",
      answer: {
        data: { broken: null, some: [{ maybe: 1, sure: 0 }, null, null, { maybe: null, sure: 0 }, null] },
        errors: [notFound("people", "No number", "broken"), notFound("facts", "No fact", "some", 3, "maybe")],
      },
    },
    {
      rule: "that a subgraph's error explains have no error of their own",
      query: "{ pair { right { id maybe sure sures } } }",
      answer: {
        data: { pair: { right: null } },
        errors: [notFound("facts", "No person", "pair", "right")],
      },
    },
    {
      rule: "in one object do not hide those in the object beside it",
      query: "{ pair { right { sure } left { sure } } }",
      answer: {
        data: { pair: null },
        errors: [notFound("facts", "No person", "pair", "right"), notNull("pair", "left", "sure")],
      },
    },
    {
      rule: "two entities away go up to the first parent that may be null",
      query: "{ some { id friend { sure } } }",
      answer: {
        data: { some: [null, null, null, null, null] },
        errors: [
          notNull("some", 0, "friend", "sure"),
          notNull("some", 1, "friend", "sure"),
          notNull("some", 3, "friend", "sure"),
          notNull("some", 4, "friend", "sure"),
        ],
      },
    },
    {
      rule: "that are nullable are no errors",
      query: "{ pair { left { id maybe } } }",
      answer: { data: { pair: { left: { id: "404", maybe: null } } } },
    },
  ],
};
