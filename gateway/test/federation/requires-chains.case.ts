import { findById, type FederationCase } from "./federation-case.js";

interface Box {
  readonly id: string;
  readonly x?: number | null;
  readonly y?: number | null;
  readonly z?: number | null;
  readonly owner?: { readonly age: number } | null;
  readonly friends?: readonly ({ readonly age: number } | null)[];
}

const more = (value: number | null | undefined) => (value === null || value === undefined ? null : value + 1);
const boxes = [
  { id: "1", x: 1, owner: { id: "p1" }, friends: [{ id: "p2" }, null, { id: "p1" }] },
  { id: "2", x: null, owner: null, friends: [] },
];
const first = {
  name: "first",
  sdl: `
    type Query { boxes: [Box!]! }
    type Box @key(fields: "id") {
      id: ID! x: Int owner: Person friends: [Person]! z: Int @external
      w: Int @requires(fields: "z")
      zOrNone: String! @requires(fields: "z")
    }
    type Person @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: { boxes: () => boxes },
    Box: {
      __resolveReference: async ({ id, z }: Box) => ({ ...boxes.find((box) => box.id === id), z }),
      w: ({ z }: Box) => more(z),
      zOrNone: ({ z }: Box) => `${z}`,
    },
  },
};
const second = {
  name: "second",
  sdl: `
    type Box @key(fields: "id") {
      id: ID! x: Int @external owner: Person @external friends: [Person]! @external
      y: Int @requires(fields: "x")
      label: String @requires(fields: "owner { age }")
      ages: [Int]! @requires(fields: "friends { age }")
    }
    type Person @key(fields: "id") { id: ID! age: Int! @external }
  `,
  resolvers: {
    Box: {
      __resolveReference: async (box: Box) => box,
      y: ({ x }: Box) => more(x),
      label: ({ owner }: Box) => owner && `owner of ${owner.age}`,
      ages: ({ friends = [] }: Box) => friends.map((friend) => friend?.age ?? null),
    },
  },
};
const third = {
  name: "third",
  sdl: `
    type Box @key(fields: "id") { id: ID! y: Int @external z: Int @requires(fields: "y") }
    type Person @key(fields: "id") { id: ID! age: Int! }
  `,
  resolvers: {
    Box: { __resolveReference: async (box: Box) => box, z: ({ y }: Box) => more(y) },
    Person: {
      __resolveReference: findById([
        { id: "p1", age: 40 },
        { id: "p2", age: 0 },
      ]),
    },
  },
};

export const requiresChainsCase: FederationCase = {
  title: "chains of @requires",
  subgraphs: () => [first, second, third],
  operations: [
    {
      rule: "a chain goes through all subgraphs and back to the first",
      query: "{ boxes { w } }",
      answer: { data: { boxes: [{ w: 4 }, { w: null }] } },
    },
    {
      rule: "the client may select every link of the chain, in any order",
      query: "{ boxes { w z x y } }",
      answer: {
        data: {
          boxes: [
            { w: 4, z: 3, x: 1, y: 2 },
            { w: null, z: null, x: null, y: null },
          ],
        },
      },
    },
    {
      rule: "the client may swap the names of the links",
      query: "{ boxes { x: w y: x z: y w: z } }",
      answer: {
        data: {
          boxes: [
            { x: 4, y: 1, z: 2, w: 3 },
            { x: null, y: null, z: null, w: null },
          ],
        },
      },
    },
    {
      rule: "a required null is sent, and the field that requires it is asked for",
      query: "{ boxes { zOrNone } }",
      answer: { data: { boxes: [{ zOrNone: "3" }, { zOrNone: "null" }] } },
    },
    {
      rule: "a field of another entity may be required, which a third subgraph has",
      query: "{ boxes { label } }",
      answer: { data: { boxes: [{ label: "owner of 40" }, { label: null }] } },
    },
    {
      rule: "a field of a list of other entities may be required, nulls in the list stay",
      query: "{ boxes { ages friends { age } } }",
      answer: {
        data: {
          boxes: [
            { ages: [0, null, 40], friends: [{ age: 0 }, null, { age: 40 }] },
            { ages: [], friends: [] },
          ],
        },
      },
    },
  ],
};
