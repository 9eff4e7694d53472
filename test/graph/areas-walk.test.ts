import { closeDatabases, openDatabases, type Databases } from "@an-sinh/deployment/databases";
import { departments } from "@an-sinh/deployment/departments";
import { createSubgraphs } from "@an-sinh/deployment/embedded-graph";
import { anonymous, type Caller } from "@an-sinh/server/caller";
import { toNodeId } from "@an-sinh/subgraph-kit/federation/node-ids";
import type { Subgraph } from "@an-sinh/subgraph-kit/federation/subgraph";
import { visibilityOf } from "@an-sinh/subgraph-kit/rows/visibility";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { official, officialOf } from "../support/callers.js";
import { newCall } from "../support/new-call.js";
import "../support/prepared-databases.js";
import { operationsOf, type Examples } from "../support/walk/operations.js";
import { foreignNames, protectedTables } from "../support/walk/protected-rows.js";

/** What is asked about lies in the province of Bac Ninh of today. The caller's area is the province of Quang Ninh. */
const asked = "24@2025-07-01";
const area = "22@0";

/** So many rows are asked for of each type. */
const ofEach = 3;

const inProvince = (column = "locality_id") =>
  `${column} IN (SELECT locality_id FROM territory WHERE unit_id = '${asked}')`;

const projects = `SELECT id FROM social_housing_project WHERE ${inProvince()}`;

/** Ids of rows in the province asked about, by the type or argument that they are for. */
const rowsAskedFor: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  households: {
    Household: `SELECT id FROM household WHERE ${inProvince()}`,
    Person: `SELECT person.id FROM person JOIN household ON household.id = household_id WHERE ${inProvince()}`,
    number: `SELECT identification_number FROM person JOIN household ON household.id = household_id
             WHERE identification_number IS NOT NULL AND ${inProvince()}`,
  },
  "credit-programs": {
    Loan: `SELECT id FROM loan WHERE ${inProvince()}`,
    Household: `SELECT household_id FROM loan WHERE household_id IS NOT NULL AND ${inProvince()}`,
    Person: `SELECT borrower_id FROM loan WHERE borrower_id IS NOT NULL AND ${inProvince()}`,
    savingsGroup: `SELECT id FROM savings_group WHERE ${inProvince()}`,
  },
  "housing-projects": {
    Household: `SELECT household_id FROM housing_support WHERE ${inProvince()}`,
    Person: `SELECT person_id FROM social_housing_application WHERE project_id IN (${projects})`,
    SocialHousingApplication: `SELECT id FROM social_housing_application WHERE project_id IN (${projects})`,
  },
  "meritorious-service": {
    MeritoriousRecord: `SELECT id FROM meritorious_record WHERE ${inProvince()}`,
    Person: `SELECT person_id FROM meritorious_record WHERE ${inProvince()}`,
    Household: `SELECT household_id FROM housing_grant WHERE ${inProvince()}`,
    HousingGrant: `SELECT id FROM housing_grant WHERE ${inProvince()}`,
  },
};

/** The same of rows that everyone may see. */
const publicRows: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "credit-programs": {
    CreditProgram: "SELECT id FROM credit_program",
    transactionOffice: `SELECT transaction_office_id FROM savings_group WHERE ${inProvince()}`,
    project: `SELECT project_id FROM loan WHERE project_id IS NOT NULL AND ${inProvince()}`,
  },
  "housing-projects": { SocialHousingProject: projects },
};

/** What everyone may know. */
const publicExamples: Examples = {
  AdministrativeUnit: [asked],
  administrativeUnit: [asked],
  parent: [asked],
  ids: [asked],
  search: ["bac ninh"],
  code: ["24"],
  standard: ["central-2022"],
  ethnicGroup: ["Kinh"],
  categoryCode: ["MARTYR"],
  program: ["POOR_HOUSEHOLDS"],
  indicator: ["poor"],
  source: ["none"],
  CreditProgram: ["none"],
  PublishedFigure: ["none"],
  SocialHousingProject: ["none"],
  HousingGrant: ["none"],
};

/** Arguments that hold the id of a type. */
const argumentsOf: Readonly<Record<string, readonly string[]>> = {
  Household: ["household"],
  Person: ["person", "borrower"],
  MeritoriousRecord: ["relativeOf"],
};

const withArguments = (examples: Examples): Examples => ({
  ...publicExamples,
  ...examples,
  ...Object.fromEntries(
    Object.entries(examples).flatMap(([type, ids]) => (argumentsOf[type] ?? []).map((name) => [name, ids])),
  ),
});

test.each(departments)(
  "$name: each table is declared, and the protected ones are those that this test knows",
  ({ name, model }) => {
    const known = model.entities
      .filter((entity) => visibilityOf(entity) !== "everyone")
      .map((entity) => entity.name);
    expect(known.toSorted()).toEqual(protectedTables[name]?.map(({ entity }) => entity).toSorted());
  },
);

/** The text of an answer, in which each id that was sent has its place in place of itself. */
function withPlaces(answer: unknown, ids: Examples): string {
  let text = JSON.stringify(answer);
  for (const [type, ofType] of Object.entries(ids))
    for (const [place, id] of ofType.entries())
      for (const sent of [id, toNodeId(type, id)]) text = text.replaceAll(`"${sent}`, `"${type} ${place}`);
  return text;
}

/** Each text in a value, also within messages of errors. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value, ...value.split(/[^\w@-]+/)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

// What is asked of a subgraph is the same over HTTP.
describe.runIf(process.env["TEST_TOPOLOGY"] === "embedded").each(departments)("$name", ({ name }) => {
  let databases: Databases;
  const statements: string[] = [];
  let subgraph: Subgraph;
  let examples: Examples;
  let shared: Examples;
  beforeAll(async () => {
    const dialect = process.env["TEST_DIALECT"] === "mysql" ? "mysql" : "sqlite";
    const locations = new Map(inject("locations")[dialect]);
    databases = await openDatabases(locations, (_, sql) => void statements.push(sql));
    const found = (await createSubgraphs(databases)).get(name);
    if (!found) throw new Error(`Expected a subgraph of ${name}.`);
    subgraph = found;
    examples = await readExamples(rowsAskedFor[name] ?? {});
    shared = await readExamples(publicRows[name] ?? {});
  });
  afterAll(() => closeDatabases(databases));

  async function readExamples(queries: Readonly<Record<string, string>>): Promise<Examples> {
    const read: Record<string, readonly string[]> = {};
    for (const [type, sql] of Object.entries(queries)) {
      const { rows } = await subgraph.database.read(`${sql} ORDER BY 1 LIMIT ${ofEach}`, []);
      read[type] = [...new Set(rows.map(([id]) => String(id)))];
    }
    return read;
  }

  const operations = (ids: Examples) => operationsOf(subgraph.schema, withArguments({ ...shared, ...ids }));

  async function ask(caller: Caller, operation: string): Promise<unknown> {
    return subgraph.prepare(operation)({}, undefined, newCall(caller));
  }

  /** Names of protected rows outside of an area that a caller finds by all operations, and did not send. */
  async function foundBy(caller: Caller, outsideOf: string) {
    const sent = new Set(Object.values(examples).flat());
    const texts = new Set<string>();
    for (const operation of operations(examples))
      for (const text of textsIn(await ask(caller, operation))) if (!sent.has(text)) texts.add(text);
    return foreignNames(subgraph.database, protectedTables[name] ?? [], outsideOf, [...texts]);
  }

  test("a caller of another area finds nothing by any field, list or entity", async () => {
    expect(Object.values(await foundBy(officialOf(area), area)).flat()).toEqual([]);
  });

  test("nobody who is not signed in finds anything", async () => {
    expect(Object.values(await foundBy(anonymous, "")).flat()).toEqual([]);
  });

  test("an official of the whole country finds rows of each protected table that way", async () => {
    const found = await foundBy(official, area);
    expect(Object.keys(found).length).toBeGreaterThan(0);
    expect(Object.entries(found).filter(([, names]) => names.length === 0)).toEqual([]);
  });

  /** What a caller of the area gets, by which statements. */
  async function readBy(operation: string, ids: Examples) {
    statements.length = 0;
    const answer = withPlaces(await ask(officialOf(area), operation), ids);
    return { answer, statements: statements.toSorted() };
  }

  test("what lies elsewhere is answered as what there is not, byte by byte and by the same statements", async () => {
    const madeUp = Object.fromEntries(
      Object.entries(examples).map(([type, ids]) => [
        type,
        ids.map((_, index) => (type === "number" ? `00019000000${index % 10}` : `${type}-${index}`)),
      ]),
    );
    const theirs = operations(examples);
    const none = operations(madeUp);
    const compared = theirs.flatMap((operation, index) => (operation === none[index] ? [] : [index]));
    expect(compared.length).toBeGreaterThan(2);
    let counted = 0;
    for (const index of compared) {
      const read = await readBy(theirs[index] ?? "", examples);
      expect(read, theirs[index]).toEqual(await readBy(none[index] ?? "", madeUp));
      counted += read.statements.length;
    }
    expect(counted).toBeGreaterThanOrEqual(compared.length);
  });
});
