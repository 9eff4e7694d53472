import { expect, test } from "vitest";
import type { FetchOutcome } from "../../src/execution/run/fetch-hooks.js";
import { FetchFailedError } from "../../src/responses/fetch-failure.js";
import { ask, fault, many, two, withFields } from "../support/unexpected-responses.js";

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
