import { beforeAll, expect, test } from "vitest";
import { official } from "../support/callers.js";
import type { Answer } from "../support/graph.js";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { tokenOf } from "../support/tokens.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

async function send(body: string) {
  const authorization = `Bearer ${await tokenOf(official)}`;
  const headers = { "content-type": "application/json", authorization };
  const response = await fetch(`${graph.url}/graphql`, { method: "POST", headers, body });
  return { status: response.status, text: await response.text() };
}

const aliases = Array.from({ length: 2_000 }, (_, index) => `a${index}: __typename`).join(" ");
const deep = `{ administrativeUnit(code: "01") ${"{ parent ".repeat(60)}{ id }${" }".repeat(60)} }`;

const refused: readonly (readonly [string, string, string])[] = [
  ["an unknown field", "{ nonsense }", "GRAPHQL_VALIDATION_FAILED"],
  ["a wrong type", "{ administrativeUnit(code: 24) { id } }", "GRAPHQL_VALIDATION_FAILED"],
  ["a malformed date", '{ administrativeUnit(code: "24", on: "31/12/2025") { id } }', "BAD_USER_INPUT"],
  [
    "a day that does not exist",
    '{ administrativeUnit(code: "24", on: "2025-02-30") { id } }',
    "BAD_USER_INPUT",
  ],
  ["first: -1", "{ households(first: -1) { totalCount } }", "BAD_USER_INPUT"],
  ["first: 0", "{ households(first: 0) { totalCount } }", "BAD_USER_INPUT"],
  ["first: 100000", "{ loans(first: 100000) { totalCount } }", "BAD_USER_INPUT"],
  ["a forged cursor", '{ households(after: "forged") { totalCount } }', "BAD_USER_INPUT"],
  ["a cursor of nothing", '{ socialHousingProjects(after: "") { totalCount } }', "BAD_USER_INPUT"],
  [
    "an unknown standard",
    '{ administrativeUnit(code: "01") { poverty(year: 2024, standard: "mine") { poor } } }',
    "BAD_USER_INPUT",
  ],
  ["a year without data", '{ administrativeUnit(code: "01") { poverty(year: 1990) { poor } } }', "NOT_FOUND"],
  [
    "an identification number with letters",
    '{ personByIdentificationNumber(number: "00120A000123") { id } }',
    "BAD_USER_INPUT",
  ],
  ["no query", "", "BAD_REQUEST"],
  ["half a query", "{ administrativeUnit(", "GRAPHQL_PARSE_FAILED"],
  ["2,000 aliases", `{ ${aliases} }`, "QUERY_TOO_COMPLEX"],
  ["60 levels", deep, "QUERY_TOO_COMPLEX"],
];

test.each(refused)("%s is refused with a code", async (_, query, code) => {
  const { status, text } = await send(JSON.stringify({ query }));
  const answer = JSON.parse(text) as Answer;
  expect(status).toBeLessThan(500);
  expect(answer.errors?.[0]?.extensions["code"]).toBe(code);
  expect(text).not.toMatch(/stacktrace|node_modules|\.ts:\d|\.js:\d/);
});

test.each([
  ["2025-13-01", '"2025-13-01"'],
  [{ name: "Bí Mật" }, "object"],
])("a malformed date in a variable is refused with a code and the variable's name: %j", async (on, shown) => {
  const query = 'query ($on: Date) { administrativeUnit(code: "24", on: $on) { id } }';
  const { errors } = await graph.query(query, { on });
  expect(errors?.[0]).toMatchObject({
    message: `Variable "$on" got an invalid value; Expected a day that exists, written YYYY-MM-DD, but got: ${shown}.`,
    extensions: { code: "BAD_USER_INPUT", service: "households" },
  });
});

test("a cursor of another list is refused", async () => {
  const data = await graph.expectData("{ administrativeUnits(first: 1) { pageInfo { endCursor } } }");
  const { endCursor } = (data["administrativeUnits"] as { pageInfo: { endCursor: string } }).pageInfo;
  const { errors } = await graph.query(
    "query ($after: String) { households(after: $after) { totalCount } }",
    {
      after: endCursor,
    },
  );
  expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
});

test.each([
  ["household", "nobody"],
  ["person", "nobody"],
  ["loan", "nobody"],
  ["socialHousingProject", "nobody"],
  ["meritoriousRecord", "nobody"],
  ["household", "24@2025-07-01"],
  ["household", "' OR 1=1 --"],
  ["loan", "x".repeat(500)],
])("%s with the unknown or foreign id %s is null", async (field, id) => {
  const data = await graph.expectData(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
  expect(data).toEqual({ [field]: null });
});

test("an identification number that is refused is not repeated", async () => {
  const { errors } = await graph.query(
    "query ($number: String!) { personByIdentificationNumber(number: $number) { id } }",
    {
      number: "0012000001ab",
    },
  );
  expect(JSON.stringify(errors)).not.toContain("0012000001ab");
});

test.each([
  [
    "a body of 5 MB",
    JSON.stringify({ query: `{ __typename } #${"x".repeat(5_000_000)}` }),
    413,
    "PAYLOAD_TOO_LARGE",
  ],
  ["invalid JSON", '{"query":', 400, "BAD_REQUEST"],
  ["a JSON text that is no object", '"{ __typename }"', 400, "BAD_REQUEST"],
])("%s is answered as a GraphQL error", async (_, body, status, code) => {
  const answer = await send(body);
  expect(answer.status).toBe(status);
  expect((JSON.parse(answer.text) as Answer).errors?.[0]?.extensions["code"]).toBe(code);
});

test("after all of that the next request works", async () => {
  expect(await graph.expectData("{ __typename }")).toEqual({ __typename: "Query" });
});
