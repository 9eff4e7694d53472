import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { planSupergraph } from "../../src/execution/plan/plan-supergraph.js";
import { compose } from "../support/supergraph.js";

const supergraph = compose([
  { name: "one", url: "http://one", sdl: `type Query { a: A } type A @key(fields: "id") { id: ID! }` },
  { name: "two", url: "", sdl: `type A @key(fields: "id") { id: ID! b: Int }` },
]);

/** Turns of the event loop, in each of which a request could be answered. */
async function turnsUntil(work: Promise<unknown>): Promise<number> {
  const pending = {};
  for (let turns = 0; ; turns += 1) {
    await setImmediate();
    if ((await Promise.race([work, pending])) !== pending) return turns;
  }
}

test("a supergraph is read in parts, and requests are answered between them", async () => {
  const planned = planSupergraph(supergraph);
  const turns = await turnsUntil(planned);
  expect(turns).toBeGreaterThanOrEqual(5);
  const { schema, subgraphs } = await planned;
  expect(schema.getQueryType()?.getFields()["a"]?.type.toString()).toBe("A");
  expect(subgraphs).toEqual([
    { name: "one", url: "http://one" },
    { name: "two", url: "" },
  ]);
});

test.each([
  ["with a type that it lacks", "b: Int", "b: Unknown", "Unknown"],
  ["of a version that is not known", "join/v0.5", "join/v9.9", "v9.9"],
])("a supergraph %s is refused", async (_what, part, replacement, said) => {
  const broken = supergraph.replaceAll(part, replacement);
  await expect(planSupergraph(broken)).rejects.toThrow(said);
});
