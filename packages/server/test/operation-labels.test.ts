import { parse, type OperationDefinitionNode } from "graphql";
import { expect, test } from "vitest";
import { namesIn, OperationLabels } from "../src/metrics/operation-labels.js";

const operation = (text: string) => parse(text).definitions[0] as OperationDefinitionNode;

test("clients make a hundred labels at most; operations that are known beforehand keep theirs", () => {
  const labels = new OperationLabels(namesIn(["query Trusted { a } mutation Changed { b }"]));
  const given = Array.from({ length: 1_000 }, (_, index) => labels.of(operation(`query Q${index} { a }`)));
  expect(new Set(given).size).toBe(101);
  expect(given.at(-1)).toBe("other");
  expect(labels.of(operation("query Q7 { b }"))).toBe("Q7");
  expect(labels.of(operation("query Trusted { a }"))).toBe("Trusted");
  expect(labels.of(operation("mutation Changed { b }"))).toBe("Changed");
});

test("a name with a long number, or none, is no label", () => {
  const labels = new OperationLabels([]);
  expect(labels.of(operation("query Person001234567890 { a }"))).toBe("anonymous");
  expect(labels.of(operation("query P_0012__3456_7890 { a }"))).toBe("anonymous");
  expect(labels.of(operation("query PovertyOf2024_2025 { a }"))).toBe("PovertyOf2024_2025");
  expect(labels.of(operation("{ a }"))).toBe("anonymous");
  expect(labels.of(operation(`query ${"Q".repeat(200)} { a }`))).toHaveLength(100);
});
