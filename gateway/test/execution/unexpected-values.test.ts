import { expect, test } from "vitest";
import { createGateway } from "../../src/gateway.js";
import type { FetchHooks, FetchOutcome } from "../../src/execution/run/fetch-hooks.js";
import { FetchFailedError } from "../../src/responses/fetch-failure.js";
import { errorKind } from "../../src/responses/error-kind.js";
import type { SubgraphResponse } from "../../src/responses/subgraph-response.js";
import { silent } from "../support/gateway.js";
import { post } from "../support/post.js";
import { compose } from "../support/supergraph.js";

const supergraphSdl = compose([
  {
    name: "things",
    sdl: `
      type Query { things: [Thing] thing: Thing any: Any kinds: [Kind] sure: [Int!] count: Int must: Int! day: Day }
      interface Any { name: String }
      type This implements Any { name: String }
      type That implements Any { name: String }
      type Thing @key(fields: "id") { id: ID! kind: Kind }
      enum Kind { OPEN SECRET @inaccessible }
      scalar Day
    `,
  },
  {
    name: "sizes",
    sdl: `type Thing @key(fields: "id") { id: ID! size: Int weight: Int! kind2: Kind } enum Kind { OPEN }`,
  },
]);

type Responses = Readonly<Record<"things" | "sizes", unknown>>;

/** What a client gets where the subgraphs send these responses. */
async function ask(query: string, responses: Partial<Responses>, hooks: FetchHooks = {}) {
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name }) => ({
      fetch: async () => {
        const response = responses[name as keyof Responses];
        if (response instanceof FetchFailedError) throw response;
        return structuredClone(response) as SubgraphResponse;
      },
    }),
    logger: silent,
    introspection: true,
    hooks,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  try {
    return await post(`${url}/graphql`, { query });
  } finally {
    await gateway.close();
  }
}

const two = {
  data: {
    things: [
      { __typename: "Thing", id: "1" },
      { __typename: "Thing", id: "2" },
    ],
  },
};
const many = <Item>(item: Item): Item[] => Array.from({ length: 150 }, () => item);
const fault = (service: string, ...path: readonly (string | number)[]) => ({
  message: expect.any(String) as string,
  path,
  extensions: { code: "SUBGRAPH_ERROR", service },
});

/** A fault of several places. */
const withFields = (one: ReturnType<typeof fault>, ...fields: readonly string[]) => ({
  ...one,
  extensions: { ...one.extensions, fields },
});

test("where the list of entities is null, one error says so, at the first field", async () => {
  expect(await ask("{ things { id size } }", { things: two, sizes: { data: { _entities: null } } })).toEqual({
    data: {
      things: [
        { id: "1", size: null },
        { id: "2", size: null },
      ],
    },
    errors: [withFields(fault("sizes", "things", 0, "size"), "things.size")],
  });
});

test("one failed fetch is one error, however many values it takes with it that must not be null", async () => {
  const things = { data: { things: many("Thing").map((__typename, id) => ({ __typename, id })) } };
  const { data, errors } = await ask("{ things { id weight } }", { things, sizes: { data: {} } });
  expect(data).toEqual({ things: many(null) });
  expect(errors).toEqual([withFields(fault("sizes", "things", 0, "weight"), "things.weight")]);
});

test("where an error explains that the list of entities is null, there is no other error", async () => {
  const sizes = { data: { _entities: null }, errors: [{ message: "No sizes" }] };
  expect(await ask("{ things { id size weight } }", { things: two, sizes })).toEqual({
    data: { things: [null, null] },
    errors: [
      {
        ...withFields(fault("sizes", "things", 0, "size"), "things.size", "things.weight"),
        message: "No sizes",
      },
    ],
  });
});

test("an enum value that the supergraph does not have is null with an error, one that is hidden is a silent null", async () => {
  const things = { data: { kinds: ["OPEN", "SECRET", "NEW", null, 3] } };
  expect(await ask("{ kinds }", { things })).toEqual({
    data: { kinds: ["OPEN", null, null, null, null] },
    errors: [fault("things", "kinds", 2), fault("things", "kinds", 4)],
  });
});

test("leaves of the wrong type are null with an error, or make their parent null", async () => {
  const things = { data: { count: "7", sure: [1, 1.5, 2], day: { any: ["value"] } } };
  expect(await ask("{ count sure day }", { things })).toEqual({
    data: { count: null, sure: null, day: { any: ["value"] } },
    errors: [fault("things", "count"), fault("things", "sure", 1)],
  });
  expect(await ask("{ count must }", { things: { data: { count: 0, must: 2 ** 31 } } })).toEqual({
    data: null,
    errors: [fault("things", "must")],
  });
});

test("a scalar that has no text is null with an error, and the rest of the answer arrives", async () => {
  const day: { self?: unknown } = {};
  day.self = day;
  expect(await ask("{ count day }", { things: { data: { count: 1, day } } })).toEqual({
    data: { count: 1, day: null },
    errors: [fault("things", "day")],
  });
});

test("an object of a type that the interface does not have is null with an error", async () => {
  const query = "{ any { name ... on This { __typename } } }";
  const things = (name: unknown) => ({ things: { data: { any: { __typename: name, name: "A" } } } });
  expect(await ask(query, things("That"))).toEqual({ data: { any: { name: "A" } } });
  for (const name of ["Thing", "Nothing", "__proto__", 7, null])
    expect(await ask(query, things(name))).toEqual({ data: { any: null }, errors: [fault("things", "any")] });
});

test("what a subgraph sends beside what it was asked is left out", async () => {
  const things = JSON.parse(
    '{ "data": { "count": 1, "other": 2, "__proto__": { "day": 3 } }, "errors": [], "extensions": { "a": 1 } }',
  ) as unknown;
  expect(await ask("{ count day }", { things })).toEqual({
    data: { count: 1, day: null },
    errors: [fault("things", "day")],
  });
});

test("a field that a subgraph leaves out is null with an error, or makes its parent null", async () => {
  expect(await ask("{ count }", { things: { data: {} } })).toEqual({
    data: { count: null },
    errors: [fault("things", "count")],
  });
  const sizes = { data: { _entities: [{ size: 0 }, { size: 0, weight: 0 }] } };
  expect(await ask("{ things { size weight } }", { things: two, sizes })).toEqual({
    data: { things: [null, { size: 0, weight: 0 }] },
    errors: [fault("sizes", "things", 0, "weight")],
  });
});

test.each([
  { what: "of an entity that was not asked for", path: ["_entities", 9, "size"] },
  { what: "that was not asked for", path: ["_entities", 0, "color", 3] },
  { what: "that is no path of this fetch", path: ["nowhere"] },
  { what: "that is no path at all", path: "size" },
])("an error at a place $what is kept, with the values", async ({ path }) => {
  const sizes = {
    data: { _entities: [{ size: 0 }, { size: 1 }] },
    errors: [{ message: "Strange", path, extensions: { code: "NOT_FOUND" } }],
  };
  const { data, errors } = await ask("{ things { size } }", { things: two, sizes });
  expect(data).toEqual({ things: [{ size: 0 }, { size: 1 }] });
  expect(errors?.map(({ message, extensions }) => [message, extensions])).toEqual([
    ["Strange", { code: "NOT_FOUND", service: "sizes" }],
  ]);
});

test("a subgraph that sends neither data nor errors has failed", async () => {
  expect(await ask("{ count day }", { things: { data: null } })).toEqual({
    data: { count: null, day: null },
    errors: [withFields(fault("things", "count"), "count", "day")],
  });
});

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

test("a hook sees how long each fetch took, and why it failed", async () => {
  const outcomes: FetchOutcome[] = [];
  const failure = new FetchFailedError("SUBGRAPH_TIMEOUT", "Late");
  const afterFetch = (_fetch: unknown, outcome: FetchOutcome) => void outcomes.push(outcome);
  await ask("{ things { size } }", { things: two, sizes: failure }, { afterFetch });
  expect(outcomes.map((outcome) => outcome.failure)).toEqual([undefined, failure]);
  for (const { durationMs } of outcomes) expect(durationMs).toBeGreaterThan(0);
});

test("an entity that its subgraph does not have is a silent null, as far as it may be null", async () => {
  const sizes = { data: { _entities: [{ __typename: "Thing", weight: 5, size: 3 }, null] } };
  expect(await ask("{ things { id size } }", { things: two, sizes })).toEqual({
    data: {
      things: [
        { id: "1", size: 3 },
        { id: "2", size: null },
      ],
    },
  });
  expect(await ask("{ things { id weight } }", { things: two, sizes })).toEqual({
    data: { things: [{ id: "1", weight: 5 }, null] },
  });
});

test("an entity without a field that must not be null is a fault of its subgraph, and not one that there is not", async () => {
  const sizes = { data: { _entities: [{ __typename: "Thing", weight: 5 }, { __typename: "Thing" }] } };
  expect(await ask("{ things { id weight } }", { things: two, sizes })).toEqual({
    data: { things: [{ id: "1", weight: 5 }, null] },
    errors: [fault("sizes", "things", 1, "weight")],
  });
});
