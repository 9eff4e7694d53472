import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import { storedOperations } from "./support/operations.js";

const api = buildSchema(readFileSync(new URL("../schema/api.graphql", import.meta.url), "utf8"));
const testFiles = readdirSync(new URL("graph/operations/", import.meta.url));

describe("every stored operation", () => {
  test.each(storedOperations())("$name fits the API and says what it answers", ({ document }) => {
    expect(validate(api, parse(document))).toEqual([]);
    expect(document).toMatch(/^# \S+/);
  });

  // Hive Gateway's Rust runtime parses no descriptions in operations. Comments say the same everywhere.
  test.each(storedOperations())("$name explains itself in comments only", ({ document }) => {
    const written = JSON.stringify(parse(document, { noLocation: true }));
    expect(written).not.toContain('"description":{');
  });

  // test/graph/reports-on-the-sample.test.ts asks all that have a header.
  test("has a test file of its name or a header, and every such file has its operation", () => {
    const operations = storedOperations();
    const tested = operations.filter(({ name }) => testFiles.includes(`${name}.test.ts`));
    const untested = operations.filter((operation) => !tested.includes(operation));
    expect(tested).toHaveLength(testFiles.length);
    expect(untested.filter(({ document }) => !document.includes("# @report("))).toEqual([]);
  });

  test("is in docs/stored-operations.md", () => {
    const page = readFileSync(new URL("../docs/stored-operations.md", import.meta.url), "utf8");
    const missing = storedOperations().filter(
      ({ name }) => !page.includes(`](../schema/operations/${name}.graphql)`),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});
