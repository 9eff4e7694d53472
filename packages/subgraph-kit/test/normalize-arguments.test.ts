import { normalizeArguments } from "@an-sinh/subgraph-kit/execution/normalize-arguments";
import { isStorable, normalizedText } from "@an-sinh/subgraph-kit/text";
import * as fc from "fast-check";
import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";

const schema = buildSchema(`
  enum Level { HIGH }
  input Filter { unit: ID, names: [String!], level: Level, within: Filter }
  type Query { echo(id: ID, name: String, count: Int, filter: Filter): String }
`);
const echo = schema.getQueryType()?.getFields()["echo"];
if (echo) echo.resolve = (_, args) => JSON.stringify(args);
normalizeArguments(schema);

const ask = (variableValues: Record<string, unknown>) =>
  graphql({
    schema,
    source: `query ($id: ID, $name: String, $count: Int, $filter: Filter) {
      echo(id: $id, name: $name, count: $count, filter: $filter) }`,
    variableValues,
  });

const received = async (variables: Record<string, unknown>): Promise<unknown> =>
  JSON.parse(String((await ask(variables)).data?.["echo"]));

test("a resolver receives texts as they are stored, and all else as it was sent", async () => {
  const decomposed = ` ${"Tày".normalize("NFD")}\u00a0\u200b`;
  const filter = {
    unit: " 24@0",
    names: [decomposed, "a\r\nb"],
    level: "HIGH",
    within: { unit: decomposed },
  };
  expect(await received({ id: 7, name: decomposed, count: 3, filter })).toEqual({
    id: "7",
    name: "Tày",
    count: 3,
    filter: { unit: "24@0", names: ["Tày", "a\nb"], level: "HIGH", within: { unit: "Tày" } },
  });
});

test("what is null or left out stays so", async () => {
  expect(await received({ id: null, filter: { unit: null } })).toEqual({ id: null, filter: { unit: null } });
});

test.each([
  [{ id: "\u0000" }, "id"],
  [{ filter: { names: ["a", "b\u007fc"] } }, "filter.names"],
  [{ filter: { within: { unit: "\udc00" } } }, "filter.within.unit"],
])("%j cannot be stored, and the error names %s but not the text", async (variables, argument) => {
  const { errors } = await ask(variables);
  expect(errors).toMatchObject([{ path: ["echo"], extensions: { code: "BAD_USER_INPUT", argument } }]);
  expect(errors?.[0]?.message).toMatch(
    new RegExp(`^${argument}: expected a text without control characters`),
  );
});

test("all forms of a text are stored with the same bytes, and read back as the same text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const stored = normalizedText(text);
      fc.pre(isStorable(stored));
      expect(normalizedText(stored)).toBe(stored);
      expect(normalizedText(` ${text.normalize("NFD")}\n`)).toBe(stored);
      expect(Buffer.from(stored).toString()).toBe(stored);
    }),
    { seed: 1 },
  );
});
