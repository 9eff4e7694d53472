import { expect, test } from "vitest";
import { errorKind } from "../../src/responses/error-kind.js";
import { ask, fault, many, withFields, type Responses } from "../support/unexpected-responses.js";

test.each([
  {
    what: "errors",
    query: "{ count }",
    responses: { things: { data: { count: null }, errors: many({ message: "No count", path: ["count"] }) } },
  },
  { what: "values of another type", query: "{ kinds }", responses: { things: { data: { kinds: many(7) } } } },
])(
  "of a response with many $what, 100 errors are told, and that there are more",
  async ({ query, responses }) => {
    const { errors = [] } = await ask(query, responses);
    expect(errors).toHaveLength(101);
    expect(errors.at(-1)).toMatchObject({
      message: expect.stringContaining("more") as string,
      extensions: { code: "SUBGRAPH_ERROR", service: "things" },
    });
  },
);

const manyThings = { things: many("Thing").map((__typename, id) => ({ __typename, id })) };
const errorsAt = (name: string, code: string) =>
  many({ message: "No", extensions: { code } }).map((error, id) => ({
    ...error,
    path: ["_entities", id, name],
  }));
const nothing = many({ size: null, kind2: null });

test.each<{ what: string; query: string; responses: Partial<Responses>; expected: readonly string[] }>([
  {
    what: "errors of a response",
    query: "{ things { size kind2 } }",
    responses: {
      things: { data: manyThings },
      sizes: {
        data: { _entities: nothing },
        errors: [...errorsAt("size", "A"), ...errorsAt("size", "B"), ...errorsAt("kind2", "A")],
      },
    },
    expected: ["A things.size", "B things.size", "A things.kind2"],
  },
  {
    what: "places of one error",
    query: "{ things { size kind2 } }",
    responses: {
      things: { data: { things: many({ __typename: "Thing", id: "1" }) } },
      sizes: {
        data: { _entities: [{ size: null, kind2: null }] },
        errors: [errorsAt("size", "A")[0], errorsAt("kind2", "A")[0]],
      },
    },
    expected: ["A things.size", "A things.kind2"],
  },
  {
    what: "values that do not fit",
    query: "{ kinds count }",
    responses: { things: { data: { kinds: many(7), count: "7" } } },
    expected: ["SUBGRAPH_ERROR kinds", "SUBGRAPH_ERROR count"],
  },
])("where there are more than 100 $what, each field that failed is told", async ({ expected, ...asked }) => {
  const { errors = [] } = await ask(asked.query, asked.responses);
  expect(errors.length).toBeLessThanOrEqual(101);
  const kinds = errors.filter(({ path }) => path).map((error) => errorKind(error));
  expect([...new Set(kinds)]).toEqual(expected);
});

test("a fetch that failed says each of its fields, also behind more than 100 values of one of them", async () => {
  const things = { data: { ...manyThings, thing: { __typename: "Thing", id: "t" } } };
  const { errors } = await ask("{ things { size } thing { size } }", { things, sizes: { data: {} } });
  expect(errors).toEqual([withFields(fault("sizes", "things", 0, "size"), "things.size", "thing.size")]);
});
