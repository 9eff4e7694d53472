import { describe, expect, test } from "vitest";
import { AnswerBudget } from "../src/responses/answer-budget.js";
import { startGateway, topologies, type SubgraphCase } from "./support/gateway.js";

const texts: SubgraphCase = {
  name: "texts",
  sdl: `
    type Query { wide(items: Int!): [Item!] numbers(items: Int!): [Int] odd: Int text(characters: Int!): String }
    type Item @key(fields: "id") { id: ID! }
  `,
  resolvers: {
    Query: {
      wide: (_: unknown, { items }: { items: number }) =>
        Array.from({ length: items }, () => ({ id: "same" })),
      numbers: (_: unknown, { items }: { items: number }) => Array.from({ length: items }, () => 1),
      text: (_: unknown, { characters }: { characters: number }) => "đ".repeat(characters),
      odd: () => {
        throw new Error("so that the answer needs care");
      },
    },
  },
};
const names: SubgraphCase = {
  name: "names",
  sdl: `type Item @key(fields: "id") { id: ID! name: String! }`,
  resolvers: { Item: { name: () => "x".repeat(100) } },
};

const answerLimits = { nodes: 100, bytes: 5_000 };
const tooMany = "expected at most 100 objects and items of lists";
const tooLong = "expected at most 5000 bytes";

describe.each([
  ["compiled", topologies[0]],
  ["compiled", topologies[1]],
  ["stock", topologies[0]],
] as const)("with the %s executor, %s", (executor, topology) => {
  test.each([
    ["{ wide(items: 101) { __typename } }", tooMany],
    ["{ numbers(items: 101) }", tooMany],
    ["{ a: numbers(items: 60) b: numbers(items: 60) }", tooMany],
    ["{ odd numbers(items: 101) }", tooMany],
    // One entity is fetched, and written forty times two.
    ["{ wide(items: 40) { name again: name } }", tooLong],
    ["{ odd wide(items: 40) { name again: name } }", tooLong],
    // Two bytes each.
    ["{ text(characters: 2600) }", tooLong],
  ])("nothing is answered of %s", async (query, why) => {
    // Apollo's own executor makes an object, which is measured when it is finished.
    if (executor === "stock" && why === tooMany) return;
    await using gateway = await startGateway([texts, names], topology, { answerLimits, executor });
    const { data, errors } = await gateway.query(query);
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      {
        message: `The answer is too large: ${why}. Ask in several operations.`,
        extensions: { code: "QUERY_TOO_COMPLEX" },
      },
    ]);
  });

  test("what is just small enough is answered, again and again", async () => {
    await using gateway = await startGateway([texts, names], topology, { answerLimits, executor });
    for (const _ of [1, 2]) {
      const answer = await gateway.query(
        "{ numbers(items: 20) wide(items: 40) { name } text(characters: 200) }",
      );
      expect(answer).toMatchObject({ data: { wide: { length: 40 } } });
    }
  });
});

test("the objects of responses are counted as soon as there may be too many", () => {
  const budget = new AnswerBudget({ nodes: 100, bytes: 5_000 });
  for (let response = 0; response < 10; response += 1) budget.takeText(`[${"{},".repeat(9)}{}]`);
  budget.takeText(`["${"x".repeat(1_000)}"]`);
  expect(() => budget.takeText(`[${"{},".repeat(100)}{}]`)).toThrow(tooMany);
});
