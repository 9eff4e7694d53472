import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { compileProgram } from "@an-sinh/subgraph-kit/execution/compile-program";
import type { Selection } from "@an-sinh/subgraph-kit/execution/program";
import * as fc from "fast-check";
import { buildSchema, execute, getOperationAST, parse, validate, type ExecutionResult } from "graphql";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLoaders, operation, rootValues, schema } from "./support/generated-operations.js";

/*
 * What programs answer is compared with what graphql-js answers, over generated operations and generated values: null,
 * values of the wrong type, errors, promises, and lists of all these. Where null was put around an error, the executors
 * may tell different ones of the errors below it. Each has to tell at least one.
 */

/*
 * graphql 16.15.0 forgets the promises of a list's items where a later item fails at once, so their errors are handled by
 * nobody.
 */
const listeners = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => undefined);
});
afterAll(async () => {
  await setImmediate();
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

type Path = readonly (string | number)[];

/** The place of the null that an error put into the data. */
function nullAt(data: unknown, path: Path): string {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, depth).join(".");
    value = (value as Record<string | number, unknown>)[key];
  }
  return path.join(".");
}

/** An answer with what both executors have to tell: the data, and the errors that nothing around them hides. */
function comparable({ data, errors = [] }: ExecutionResult) {
  const told = errors.map(({ message, path = [], locations }) => {
    const at = nullAt(data, path);
    return at === path.join(".") ? JSON.stringify({ at, message, locations }) : at;
  });
  return { data: JSON.stringify(data), errors: [...new Set(told)].toSorted() };
}

const withoutDirectives = (document: string) => document.replaceAll("@include(if: $flag)", "");

test("programs answer as graphql-js does", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(operation, rootValues, fc.boolean(), async (text, rootValue, hasDirectives) => {
      const document = parse(
        hasDirectives ? text : withoutDirectives(text).replace(", $flag: Boolean = true", ""),
      );
      if (validate(schema, document).length > 0) return;
      const variableValues = { text: "given" };
      const loaders = createLoaders();
      const expected = await execute({
        schema,
        document,
        variableValues,
        rootValue,
        contextValue: loaders,
      });
      const ask = compileDocument(schema, document);
      // What is read once for all requests is there at the second.
      for (let request = 0; request < 2; request += 1) {
        const context = createLoaders();
        const answer = await ask({
          operationName: undefined,
          variables: variableValues,
          context,
          rootValue,
        });
        expect(comparable(answer)).toEqual(comparable(expected));
        // Once null is certain, graphql-js asks for nothing more.
        if (!expected.errors) expect(context.batches).toBeLessThanOrEqual(loaders.batches);
      }
      compared += 1;
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(200);
});

const programOf = (text: string) => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return compileProgram(schema, document, getOperationAST(document)!);
};

test.each([
  "{ node { id __typename nodes { ...on Named { text } } } }",
  "query ($t: String) { sure { echo(text: $t) } }",
])("%s has a program", (text) => expect(programOf(text)).not.toBeNull());

test.each([
  "{ node { id @skip(if: false) } }",
  "{ named { text } }",
  "{ __schema { description } }",
  "{ __proto__: node { id } }",
])("%s is left to graphql-js", (text) => expect(programOf(text)).toBeNull());

test("a fragment that another spreads twice is compiled once", () => {
  const program = programOf(`{ node { ...A } }
    fragment A on Node { one: node { ...B } other: node { ...B } } fragment B on Node { node { id } }`);
  const selectionIn = (of: Selection | undefined, index: number) => {
    const completion = of?.steps[index]?.completion;
    return completion?.kind === "object" ? completion.selection : undefined;
  };
  const ofNode = selectionIn(program?.selection, 0);
  const [one, other] = [0, 1].map((index) => selectionIn(selectionIn(ofNode, index), 0));
  expect(one).toBeDefined();
  expect(other).toBe(one);
});

test("a list that throws while it is read is an error of its field", async () => {
  const schemaOfList = buildSchema("type Query { list: [Int]  other: Int }");
  function* broken() {
    yield 1;
    throw new Error("Broken.");
  }
  const ask = compileDocument(schemaOfList, parse("{ list other }"));
  const rootValue = { list: async () => broken(), other: 2 };
  const { data, errors } = await ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  expect(data).toEqual({ list: null, other: 2 });
  expect(errors).toMatchObject([{ message: "Broken.", path: ["list"] }]);
});

test("a property that throws is an error of its field", async () => {
  const schemaOfParts = buildSchema(
    "type Query { part: Part }  type Part { id: ID  size: Int  whole: Part }",
  );
  const document = parse("{ part { id size whole { id } } }");
  const rootValue = {
    part: {
      id: "1",
      get size() {
        throw new Error("No size.");
      },
      get whole() {
        throw new Error("No whole.");
      },
    },
  };
  const ask = compileDocument(schemaOfParts, document);
  const answer = await ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  const expected = await execute({ schema: schemaOfParts, document, rootValue });
  expect(comparable(answer)).toEqual(comparable(expected));
});

test("arguments that all requests share cannot be changed by a resolver", async () => {
  const schemaOfList = buildSchema("type Query { rest(of: [Int!]!): [Int] }");
  const ask = compileDocument(schemaOfList, parse("{ rest(of: [1, 2, 3]) }"));
  const rootValue = { rest: ({ of }: { of: number[] }) => of.splice(1) };
  const answer = () => ask({ operationName: undefined, variables: {}, context: {}, rootValue });
  expect((await answer()).errors).toHaveLength(1);
  expect(await answer()).toEqual(await answer());
});
