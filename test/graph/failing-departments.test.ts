import { departments } from "@an-sinh/deployment/departments";
import { firstQuery } from "@an-sinh/deployment/welcome";
import { readFileSync } from "node:fs";
import { Kind, parse, print, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from "graphql";
import { beforeAll, expect, test } from "vitest";
import { defaultCallLimits } from "@an-sinh/gateway/resilience/call-limits";
import type { ProxyFault } from "../support/fault-proxy.js";
import { startGraph, type Answer, type GraphUnderTest } from "../support/graph.js";
import { storedOperation } from "../support/operations.js";

/** Questions that all four departments answer together. */
const questions = {
  "the first query": firstQuery,
  "a person across departments": storedOperation("person-across-departments"),
  "a page of households": `{ households(first: 5, filter: { class: POOR, year: 2023 }) { totalCount edges { node {
    id code administrativeUnit { name } members { id schoolMilk { isPolicyChild } }
    loans { id principal program { name } } creditEligibility { eligible } housingSupports { amount }
    housingGrants { id amount person { id fullName } } socialHousingEligibility { verdict }
    supportOverlaps { verdict grants { id } } meritoriousMembers { id person { fullName } } } } } }`,
  "a list of each department": `{
    households(first: 2) { edges { node { code } } }
    loans(first: 2) { edges { node { principal household { code } borrower { fullName } } } }
    socialHousingProjects(first: 2) { edges { node { name administrativeUnit { name } financing { byBank { bank } }
      applications(first: 2) { edges { node { status person { fullName } household { code } } } } } } }
    meritoriousRecords(first: 2) { edges { node { status person { fullName } housingGrants { household { code } } } } }
    creditPrograms { code } meritoriousCategories { code } povertyStandards { id }
    publishedFigures(first: 3) { edges { node { id computedValue agrees } } } }`,
};

let wholeAnswers: ReadonlyMap<string, Answer>;
beforeAll(async () => {
  wholeAnswers = await askAll();
});

test.each(departments.map(({ name }) => name))(
  "when %s fails, the others' answers arrive, and an error says why each missing field is null",
  async (department) => {
    expect.hasAssertions();
    const partial = await askAll((graph) => graph.fail(department));
    for (const name of Object.keys(questions))
      expectRest(name, wholeAnswers.get(name), partial.get(name), department);
  },
);

/** What may happen to the calls of a department, and the codes that clients see. */
const faults: readonly (readonly [string, ProxyFault, string])[] = [
  ["refuses connections", { kind: "refuse" }, "SUBGRAPH_UNAVAILABLE"],
  ["resets connections", { kind: "reset" }, "SUBGRAPH_UNAVAILABLE"],
  ["does not respond", { kind: "deaf" }, "SUBGRAPH_TIMEOUT"],
  [
    "sends headers and no body",
    sends("200 OK", "content-type: application/json\r\ncontent-length: 9"),
    "SUBGRAPH_UNAVAILABLE",
  ],
  ["sends half a response", { kind: "cut", bytes: 300 }, "SUBGRAPH_UNAVAILABLE"],
  ["drips its response", { kind: "drip", everyMs: 100 }, "SUBGRAPH_TIMEOUT"],
  ["sends status 204", sends("204 No Content"), "SUBGRAPH_ERROR"],
  ["sends status 429", sends("429 Too Many Requests", "retry-after: 60"), "SUBGRAPH_UNAVAILABLE"],
  [
    "sends status 429 as GraphQL",
    sendsJson("429 Too Many Requests", '{"errors":[{"message":"no"}]}'),
    "SUBGRAPH_UNAVAILABLE",
  ],
  ["sends status 500", sends("500 Internal Server Error"), "SUBGRAPH_ERROR"],
  ["sends status 503", sends("503 Service Unavailable", "retry-after: 60"), "SUBGRAPH_UNAVAILABLE"],
  ["sends nothing in JSON", sendsJson("200 OK", "{}"), "SUBGRAPH_ERROR"],
  ["sends errors without data", sendsJson("200 OK", '{"errors":[{"message":"no"}]}'), "SUBGRAPH_ERROR"],
];

test.runIf(process.env["TEST_TOPOLOGY"] === "http")(
  "whatever happens to the calls of a department, the others' answers arrive, each failed call is one error, and it recovers",
  async () => {
    const callLimits = { ...defaultCallLimits, retries: 0, failuresToOpen: 1_000 };
    const graph = await startGraph({ hasProxies: true, timeoutMs: 1_500, callLimits });
    for (const [index, [what, fault, code]] of faults.entries()) {
      const department = departments[index % departments.length]?.name ?? "";
      await graph.break(department, fault);
      // Where nothing comes, each call takes all the time that it may.
      const first = code === "SUBGRAPH_TIMEOUT" ? 0 : index % 2;
      const asked = Object.entries(questions).slice(first, code === "SUBGRAPH_TIMEOUT" ? 1 : first + 3);
      for (const [name, query] of asked) {
        const partial = await graph.query(query);
        expectRest(name, wholeAnswers.get(name), partial, department);
        expectOneErrorPerCall(partial, code, `${department} ${what}: ${name}`);
      }
      await graph.break(department, null);
    }
    for (const [name, query] of Object.entries(questions))
      expect(await graph.query(query)).toEqual(wholeAnswers.get(name));
    await graph.close();
  },
);

/** A response of a program that is not ours. */
function sends(status: string, headers = "content-type: text/html"): ProxyFault {
  return { kind: "answer", text: `HTTP/1.1 ${status}\r\n${headers}\r\nconnection: close\r\n\r\n` };
}

function sendsJson(status: string, json: string): ProxyFault {
  const { text } = sends(status, `content-type: application/json\r\ncontent-length: ${json.length}`) as {
    text: string;
  };
  return { kind: "answer", text: text + json };
}

/** Errors of calls that were sent: of those that could not be made without them, the message says so. */
function expectOneErrorPerCall({ errors = [] }: Answer, code: string, place: string): void {
  const sent = errors.filter(({ message }) => !message.includes("could not be asked"));
  expect(sent.length, place).toBeGreaterThan(0);
  for (const { extensions, path } of sent) {
    expect(extensions["code"], place).toBe(code);
    expect(path?.length, place).toBeGreaterThan(0);
  }
  const calls = new Set(sent.map(({ path }) => JSON.stringify(path)));
  expect(calls.size, place).toBe(sent.length);
}

async function askAll(prepare?: (graph: GraphUnderTest) => Promise<void>): Promise<Map<string, Answer>> {
  const graph = await startGraph();
  try {
    await prepare?.(graph);
    const answers = new Map<string, Answer>();
    for (const [name, query] of Object.entries(questions)) answers.set(name, await graph.query(query));
    return answers;
  } finally {
    await graph.close();
  }
}

function expectRest(
  question: string,
  whole: Answer | undefined,
  partial: Answer | undefined,
  department: string,
): void {
  expect(whole?.errors, question).toBeUndefined();
  const missing = missingFields(whole?.data, partial?.data, []);
  const errors = partial?.errors ?? [];
  expect(missing.length, question).toBeGreaterThan(0);
  for (const path of missing) {
    const place = `${question}: ${path.join(".")}`;
    expect(fieldsThatNeed(department), place).toContain(path.findLast((step) => typeof step === "string"));
    expect(
      errors.some((error) => isAbout(error, path)),
      place,
    ).toBe(true);
  }
  for (const { message, extensions } of errors) expect(extensions["service"], message).toBe(department);
}

type Error = NonNullable<Answer["errors"]>[number];
type Path = readonly (string | number)[];

/** Where the partial answer has null in place of a value. Any other difference fails the test. */
function missingFields(whole: unknown, partial: unknown, path: Path): Path[] {
  if (partial === null && whole !== null) return [path];
  if (typeof whole !== "object" || whole === null) {
    expect(partial, path.join(".")).toEqual(whole);
    return [];
  }
  expect(Object.keys(partial as object), path.join(".")).toEqual(Object.keys(whole));
  return Object.entries(whole).flatMap(([key, value]) =>
    missingFields(value, (partial as Record<string, unknown>)[key], [
      ...path,
      Array.isArray(whole) ? Number(key) : key,
    ]),
  );
}

/**
 * Whether an error is at a missing field, below it, or at the same object, where what the field requires has failed, or names
 * it among the fields that a failed fetch would have brought.
 */
function isAbout({ path = [], extensions }: Error, missing: Path): boolean {
  const begins = (wanted: Path, given: Path) => wanted.every((step, index) => given[index] === step);
  const top = missing.length > 1 ? missing.slice(0, -1) : missing;
  const names = missing.filter((step) => typeof step === "string");
  const fields = (extensions["fields"] ?? []) as readonly string[];
  return begins(top, path) || fields.some((field) => begins(names, field.split(".")));
}

const typesOf = (department: string): ObjectTypeDefinitionNode[] =>
  parse(
    readFileSync(new URL(`../../schema/${department}.graphql`, import.meta.url), "utf8"),
  ).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);

/** The names of the fields that a department resolves, and of those of others that require something or link to it. */
function fieldsThatNeed(department: string): Set<string> {
  const own = new Set(typesOf(department).flatMap((type) => (type.description ? [type.name.value] : [])));
  const isNeeding = (name: string, { directives = [], type }: FieldDefinitionNode): boolean => {
    const has = (directive: string) => directives.some((node) => node.name.value === directive);
    if (name === department) return !has("external");
    return has("requires") || own.has(print(type).replaceAll(/[[\]!]/g, ""));
  };
  const names = departments.flatMap(({ name }) =>
    typesOf(name)
      .flatMap(({ fields = [] }) => fields)
      .filter((field) => isNeeding(name, field))
      .map((field) => field.name.value),
  );
  return new Set(names);
}
