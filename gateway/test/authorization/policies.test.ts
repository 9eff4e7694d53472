import { expect, test } from "vitest";
import type { EvaluatePolicies } from "../../src/authorization/grants.js";
import { callerWith, startProtected } from "./protected-gateway.js";
import { clinic } from "./clinic.js";

test.each([
  ["night", null],
  ["night doctor", 7],
  ["chief", 7],
  ["doctor night chief", 7],
  ["", null],
])("policies that hold: %j, so that the answer is %j", async (held, ruled) => {
  const evaluatePolicies: EvaluatePolicies = async () => new Set(held.split(" "));
  await using gateway = await startProtected(clinic, { evaluatePolicies });
  expect((await gateway.ask("", "{ ruled }")).data).toEqual({ ruled });
});

test("policies are evaluated once for a caller, and only where something is protected", async () => {
  const asked: unknown[] = [];
  const caller = callerWith("");
  await using gateway = await startProtected(clinic, {
    identify: async () => caller,
    evaluatePolicies: async (...given) => {
      asked.push(given);
      return new Set(["chief"]);
    },
  });
  await gateway.ask(null, "{ open }");
  expect(asked).toEqual([]);
  const together = ["{ ruled }", "{ staff ruled }", "{ open ruled }"].map((query) =>
    gateway.ask(null, query),
  );
  expect((await Promise.all(together)).map(({ data }) => data?.["ruled"])).toEqual([7, 7, 7]);
  expect(asked).toEqual([[["night", "doctor", "chief"], caller]]);
});

test("where policies cannot be evaluated the request fails, and the next one evaluates them again", async () => {
  let attempts = 0;
  const caller = callerWith("");
  await using gateway = await startProtected(clinic, {
    identify: async () => caller,
    evaluatePolicies: async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("no connection to the policies");
      return new Set(["chief"]);
    },
  });
  const failed = await gateway.ask(null, "{ ruled }");
  expect(failed.data).toBeUndefined();
  expect(failed.errors).toMatchObject([{ extensions: { code: "INTERNAL" } }]);
  expect((await gateway.ask(null, "{ ruled }")).data).toEqual({ ruled: 7 });
});
