import { compileDocument } from "@an-sinh/subgraph-kit/execution/compile-document";
import { compileProgram } from "@an-sinh/subgraph-kit/execution/compile-program";
import * as fc from "fast-check";
import { getOperationAST, parse, validate } from "graphql";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLoaders, operation, rootValues, schema } from "./support/generated-operations.js";

const unhandled: unknown[] = [];
const listeners = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", (error) => unhandled.push(error));
});
afterAll(() => {
  process.removeAllListeners("unhandledRejection");
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

test("a program handles every promise that rejects", async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(operation, rootValues, async (text, rootValue) => {
      const withoutDirectives = text
        .replaceAll("@include(if: $flag)", "")
        .replace(", $flag: Boolean = true", "");
      const document = parse(withoutDirectives);
      if (validate(schema, document).length > 0) return;
      expect(compileProgram(schema, document, getOperationAST(document)!)).not.toBeNull();
      const ask = compileDocument(schema, document);
      await ask({ operationName: undefined, variables: {}, context: createLoaders(), rootValue });
      await setImmediate();
      asked += 1;
    }),
    { numRuns: 300 },
  );
  expect(asked).toBeGreaterThan(200);
  expect(unhandled).toEqual([]);
});
