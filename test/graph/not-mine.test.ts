import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HttpDataSource } from "@an-sinh/gateway/data-sources/http-data-source";
import { LocalDataSource } from "@an-sinh/gateway/data-sources/local-data-source";
import {
  buildSchema,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLOutputType,
} from "graphql";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { officialOf } from "../support/callers.js";
import { root } from "../support/documents.js";
import { startGraph, type GraphUnderTest } from "../support/graph.js";

const statements: string[] = [];
const fetches = [LocalDataSource, HttpDataSource].map((source) => vi.spyOn(source.prototype, "fetch"));
let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph({ onStatement: (sql) => void statements.push(sql) });
});
afterAll(() => graph.close());

const elsewhere = officialOf("22@0");

/**
 * What a caller of another area gets, and all that takes time for it, which is not measured: the statements of each
 * department and the fetches.
 */
async function readElsewhere(query: string, key: string) {
  for (const fetch of fetches) fetch.mockClear();
  statements.length = 0;
  graph.takeStatements();
  const answer = JSON.stringify(await graph.as(elsewhere).query(query, { key }));
  const fetched = fetches.reduce((count, { mock }) => count + mock.calls.length, 0);
  return {
    answer: answer.replaceAll(key, "KEY"),
    counted: graph.takeStatements(),
    statements: statements.toSorted(),
    fetched,
  };
}

type Field = GraphQLField<unknown, unknown>;
const api = buildSchema(readFileSync(join(root, "schema/api.graphql"), "utf8"));

/** What everyone may see, and what has no areas. */
const others = [
  "accessLog",
  "administrativeUnit",
  "administrativeUnitById",
  "creditProgram",
  "creditProgramById",
  // They have the rules of these root fields: nodes.test.ts.
  "node",
  "nodes",
  "publishedFigure",
  "socialHousingProject",
];

/** The root fields that give one row by its key. */
const fields = Object.values(api.getQueryType()?.getFields() ?? {}).filter(({ name, args }) => {
  const needed = args.find(isRequiredArgument);
  return !others.includes(name) && needed && ["ID", "String"].includes(getNamedType(needed.type).name);
});

/** Everything that is asked without arguments, to three levels. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "";
  const parts = Object.values(named.getFields()).flatMap((field: Field) => {
    if (field.args.some(isRequiredArgument)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    const args = field.args.some(({ name }) => name === "first") ? "(first: 2)" : "";
    return depth === 0 ? [] : [`${field.name}${args} ${selectionOf(field.type, depth - 1)}`];
  });
  return `{ ${parts.join(" ")} }`;
}

/** Where a row of the district is found for a root field, and what is its key there. */
const rows: Readonly<Record<string, readonly [list: string, key: string]>> = {
  household: ["households", "id"],
  person: ["households", "head { key: id }"],
  personByIdentificationNumber: ["households", "head { key: identificationNumber }"],
  loan: ["loans", "id"],
  meritoriousRecord: ["meritoriousRecords", "id"],
  housingGrant: ["meritoriousRecords", "housingGrants { key: id }"],
  socialHousingApplication: [
    "socialHousingProjects",
    "applications(first: 1) { edges { node { key: id } } }",
  ],
};

async function keyFor(field: string): Promise<string> {
  const [list, key] = rows[field] ?? expect.fail(`Expected a row for ${field}.`);
  const query = `{ ${list}(first: 20, filter: { administrativeUnit: "262@0" }) { edges { node { ${key} } } } }`;
  const [, found] = /"(?:key|id)":"([^"]+)"/.exec(JSON.stringify(await graph.expectData(query))) ?? [];
  return found ?? expect.fail(`Expected a key for ${field}.`);
}

/** A key of the same form that no row has. */
const absentLike = (key: string) => (/^\d{12}$/.test(key) ? "000190000000" : key.replaceAll(/[\da-f]/g, "0"));

test.each(fields)("$name takes the same for what lies elsewhere as for what there is not", async (field) => {
  const key = await keyFor(field.name);
  const arg = field.args.find(isRequiredArgument) ?? expect.fail();
  const depth = field.name === "personByIdentificationNumber" ? 1 : 2;
  const query = `query ($key: ${isNonNullType(arg.type) ? arg.type : `${arg.type}!`}) {
    ${field.name}(${arg.name}: $key) ${selectionOf(field.type, depth)} }`;
  const theirs = await readElsewhere(query, key);
  expect(JSON.parse(theirs.answer)).toEqual({ data: { [field.name]: null } });
  expect([theirs.fetched, Object.keys(theirs.counted).length]).toEqual([1, 1]);
  for (const asked of [absentLike(key), key, absentLike(key)])
    expect(await readElsewhere(query, asked)).toEqual(theirs);
  expect((await graph.query(query, { key })).data).not.toEqual({ [field.name]: null });
});

test("so do the applications of a project elsewhere, and of one without any", async () => {
  const projects = `{ list: socialHousingProjects(first: 100, filter: { administrativeUnit: "24@2025-07-01" }) {
    edges { node { id applications(first: 1) { totalCount } } } } }`;
  interface Project {
    readonly id: string;
    readonly applications: { readonly totalCount: number };
  }
  const { list } = (await graph.expectData(projects)) as { list: { edges: readonly { node: Project }[] } };
  const find = (is: (applications: number) => boolean) =>
    list.edges.find(({ node }) => is(node.applications.totalCount))?.node.id ?? expect.fail();
  const query = `query ($key: ID!) { socialHousingProject(id: $key) {
    applications(first: 5) { totalCount pageInfo { hasNextPage } edges { node { id person { id } household { id } } } } } }`;
  const theirs = await readElsewhere(
    query,
    find((count) => count > 5),
  );
  expect(theirs.answer).toContain('"totalCount":0');
  expect(
    await readElsewhere(
      query,
      find((count) => count === 0),
    ),
  ).toEqual(theirs);
});
