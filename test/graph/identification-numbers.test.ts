import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { official } from "../support/callers.js";
import { startGraph, type GraphClient, type GraphUnderTest } from "../support/graph.js";
import { tokenOf } from "../support/tokens.js";

const lines: string[] = [];
const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });

interface Known {
  readonly id: string;
  readonly identificationNumber: string;
}

let graph: GraphUnderTest;
let person: Known;
beforeAll(async () => {
  graph = await startGraph({ logger });
  const data = await graph.expectData(
    "{ households(first: 5) { edges { node { members { id identificationNumber } } } } }",
  );
  const { edges } = data["households"] as { edges: { node: { members: Known[] } }[] };
  const known = edges
    .flatMap(({ node }) => node.members)
    .find(({ identificationNumber }) => identificationNumber !== null);
  if (!known) throw new Error("Expected a person with a number in the sample");
  person = known;
});
afterAll(() => graph.close());

const find =
  "query ($number: String!) { personByIdentificationNumber(number: $number) { id identificationNumber } }";
const found = async (client: GraphClient) =>
  (await client.expectData(find, { number: person.identificationNumber }))["personByIdentificationNumber"];

test("whoever may identify people sees the number, others nothing of it, and those of other areas nobody", async () => {
  expect(person.identificationNumber).toMatch(/^\d{12}$/);
  expect(await found(graph)).toEqual(person);
  const scopes = official.scopes.filter((scope) => scope !== "persons:identify");
  const officer = graph.as({ ...official, subject: "officer", scopes });
  expect(await found(officer)).toEqual({ id: person.id, identificationNumber: "************" });
  expect(await found(graph.as({ ...official, subject: "elsewhere", areas: ["nowhere"] }))).toBeNull();
});

describe("no answer and no log repeats the number", () => {
  const ask = async (body: object, asGet = false) => {
    const token = await tokenOf(official);
    const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
    const url = new URL(`${graph.url}/graphql`);
    if (asGet)
      for (const [name, value] of Object.entries(body))
        url.searchParams.set(name, typeof value === "string" ? value : JSON.stringify(value));
    const method = asGet ? { method: "GET" } : { method: "POST", body: JSON.stringify(body) };
    return (await fetch(url, { headers: { ...headers, "apollo-require-preflight": "1" }, ...method })).text();
  };
  const byLiteral = (literal: string) => ({
    query: `{ personByIdentificationNumber(number: ${literal}) { id } }`,
  });

  test.each([
    ["a literal", (number: string) => ask(byLiteral(`"${number}"`))],
    ["a literal of another type", (number: string) => ask(byLiteral(number.replace(/^0/, "")))],
    ["a literal in a list", (number: string) => ask(byLiteral(`["${number}"]`))],
    ["a malformed document", (number: string) => ask(byLiteral(number))],
    [
      "a variable of another type",
      (number: string) => ask({ query: find, variables: { number: Number(number) } }),
    ],
    ["a variable with a list", (number: string) => ask({ query: find, variables: { number: [number] } })],
    ["an operation's name", (number: string) => ask({ query: find, operationName: number })],
    ["a GET", (number: string) => ask({ query: find, variables: { number } }, true)],
    [
      "another argument",
      (number: string) =>
        ask({
          query: "query ($x: ID!) { households(filter: { administrativeUnit: $x }) { totalCount } }",
          variables: { x: number },
        }),
    ],
  ])("of %s", async (_, send) => {
    const answer = await send(person.identificationNumber);
    expect(answer).toContain("errors");
    expect([answer, ...lines].join("\n")).not.toContain(person.identificationNumber.replace(/^0/, ""));
  });

  test("of a department that fails", async () => {
    await graph.fail("households");
    const answer = await graph.query(find, { number: person.identificationNumber });
    expect(answer.errors).toHaveLength(1);
    expect([JSON.stringify(answer), ...lines].join("\n")).not.toContain(person.identificationNumber);
  });
});
