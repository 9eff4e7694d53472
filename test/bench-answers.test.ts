import { expect, test } from "vitest";
import { missingPart } from "./bench/contest/missing-part.js";
import { operationNamed } from "./bench/operations/operations.js";

const own = operationNamed("medium");
const document = "{ pages: households { edges { node { code loans { id } } } } }";
const answer = (...loans: readonly (readonly object[])[]) => ({
  pages: { edges: loans.map((of) => ({ node: { code: "1", loans: of } })) },
});

test.each([
  ["errors", { data: answer([{ id: "1" }]), errors: [{ message: "No." }] }, "It has errors"],
  ["no data", { data: null }, "It has no data."],
  ["null at the root", { data: { pages: null } }, "It has no data."],
  ["no rows", { data: answer() }, "There are no rows at /pages/edges."],
  ["rows without the rows of another subgraph", { data: answer([], []) }, "at /pages/edges/node/loans."],
])("an answer with %s is not measured", (_, given, expected) => {
  expect(missingPart(own, document, JSON.stringify(given))).toContain(expected);
});

test("an answer with rows in each list is measured, and of a stored operation one with rows", () => {
  const stored = { ...own, isStored: true };
  expect(missingPart(own, document, JSON.stringify({ data: answer([], [{ id: "1" }]) }))).toBeNull();
  expect(missingPart(stored, document, JSON.stringify({ data: answer([]) }))).toBeNull();
  expect(missingPart(stored, document, JSON.stringify({ data: answer() }))).toBe("It has no rows.");
});
