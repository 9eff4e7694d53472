import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { argumentPlaces } from "../support/argument-places.js";
import { root } from "../support/documents.js";
import { startGraph, type Answer, type GraphUnderTest } from "../support/graph.js";

const statements: string[] = [];
let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => graph.close());

/** A word that nothing on record has, and then pieces of SQL. */
const values = [
  "nothing7311",
  "' OR 7311=7311 -- ",
  '" OR 7311=7311 # ',
  "\\' UNION SELECT 7311 FROM household /*",
  "7311); DELETE FROM loan; --",
  "%7311%",
  "code ASC, (SELECT 7311)",
];

const schema = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));
// The first may be asked ten times a minute only, and the second is none of a department.
const places = argumentPlaces(schema, [
  "Query.personByIdentificationNumber",
  "Query.accessLog",
  "AccessLog.entries",
]);

/** What each alias a0, a1, … gave: its values in all places, and the codes of its errors. */
function byAlias({ data, errors = [] }: Answer) {
  return values.map((_, index) => {
    const alias = `a${index}`;
    const own = errors.filter((error) => isAbout(error, alias));
    return {
      values: valuesOf(data, alias),
      codes: [...new Set(own.map(({ extensions }) => extensions["code"]))],
    };
  });
}

/** One error may be about several fields, which it names then. */
function isAbout({ path, extensions }: NonNullable<Answer["errors"]>[number], alias: string): boolean {
  const fields = (extensions["fields"] ?? []) as readonly string[];
  return path?.includes(alias) === true || fields.some((field) => field.split(".").includes(alias));
}

function valuesOf(data: unknown, alias: string): unknown[] {
  if (typeof data !== "object" || data === null) return [];
  if (Object.hasOwn(data, alias)) return [(data as Record<string, unknown>)[alias]];
  return Object.values(data).flatMap((value) => valuesOf(value, alias));
}

const clientFaults = ["GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "NOT_FOUND"];

function expectLikeAWord(answer: Answer, place: string): void {
  for (const { extensions, message } of answer.errors ?? [])
    expect(clientFaults, message).toContain(extensions["code"]);
  const [word, ...pieces] = byAlias(answer);
  // What is refused before it is executed is refused for the whole operation, or for a department.
  if (word?.values.length === 0) return expect(answer.errors?.length, place).toBeGreaterThan(0);
  for (const piece of pieces) expect(piece, place).toEqual(word);
}

// Statements are made below what the topologies differ in.
test.runIf(process.env["TEST_TOPOLOGY"] === "embedded")(
  "a piece of SQL in any argument of any field is what a word is, and stands in no statement",
  async () => {
    expect(places.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "Query.households(orderBy)",
        "Query.households(filter.class)",
        "Query.loans(filter.disbursedTo)",
        "Household.meritoriousMembers(filter.relativesOf)",
        "AdministrativeUnit.children(after)",
      ]),
    );
    for (const { name, type, isList, document } of places) {
      expectLikeAWord(await graph.query(document(values.map((value) => JSON.stringify(value)))), name);
      const head = `query (${values.map((_, index) => `$v${index}: ${type}`).join(", ")}) `;
      const variables = Object.fromEntries(
        values.map((value, index) => [`v${index}`, isList ? [value] : value]),
      );
      expectLikeAWord(
        await graph.query(
          document(
            values.map((_, index) => `$v${index}`),
            head,
          ),
          variables,
        ),
        name,
      );
    }
    expect(statements.length).toBeGreaterThan(places.length);
    expect(statements.filter((sql) => sql.includes("7311"))).toEqual([]);
  },
);
