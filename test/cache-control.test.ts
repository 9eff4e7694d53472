import { departments } from "@an-sinh/deployment/departments";
import { maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { visibilityOf } from "@an-sinh/subgraph-kit/rows/visibility";
import {
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLNamedType,
} from "graphql";
import { expect, test } from "vitest";
import { fieldAccess } from "./support/access.js";
import { keptFields, supergraphSchema } from "./support/cache-hints.js";
import { storedOperations } from "./support/operations.js";

const schema = supergraphSchema();
const kept = keptFields(schema);
const scopesOf = new Map(fieldAccess().map(({ name, all }) => [name, all]));

/** Types that a kept response can hold: of its objects, and what its fields return. */
const keptTypes = new Set(
  [...kept.keys()].flatMap((name) => {
    const [typeName = "", fieldName = ""] = name.split(".");
    const type = schema.getType(typeName);
    return isObjectType(type) ? [typeName, getNamedType(type.getFields()[fieldName]!.type).name] : [];
  }),
);

/** The types of rows that callers see in their areas only. */
const rowTypes = departments
  .flatMap(({ model }) => model.entities.filter((entity) => visibilityOf(entity) !== "everyone"))
  .map(({ name }) => name.replace(/Entity$/, ""))
  .filter((name) => isObjectType(schema.getType(name)));

test("nothing is kept that has rows in the caller's areas", () => {
  expect(rowTypes).toEqual(
    expect.arrayContaining(["Household", "Person", "Loan", "SavingsGroup", "Payment"]),
  );
  expect(rowTypes.filter((name) => keptTypes.has(name))).toEqual([]);
});

test("nothing is kept of whose readers the gateway keeps a record", () => {
  const audited = Object.values(schema.getTypeMap()).filter(({ astNode }) =>
    astNode?.directives?.some(({ name }) => name.value === "audited"),
  );
  expect(audited.length).toBeGreaterThan(5);
  expect(audited.map(({ name }) => name).filter((name) => keptTypes.has(name))).toEqual([]);
});

test("nothing is kept that needs a scope", () => {
  expect([...kept.keys()].filter((name) => scopesOf.get(name)?.length)).toEqual([]);
});

/** Whether everyone sees the field, and something of what it returns. */
function isPublic(name: string, target: GraphQLNamedType): boolean {
  const within = isObjectType(target) ? Object.keys(target.getFields()) : [];
  const isOpen = (each: string) => scopesOf.get(each)?.length === 0;
  return isOpen(name) && (within.length === 0 || within.some((field) => isOpen(`${target.name}.${field}`)));
}

/** The fields that a stored operation asks for outside of everything that needs a scope. */
function publicFieldsOf(document: string): string[] {
  const info = new TypeInfo(schema);
  const fields: string[] = [];
  const enter = () => {
    const name = `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
    if (!isPublic(name, getNamedType(info.getType())!)) return false;
    fields.push(name);
    return undefined;
  };
  visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }));
  return fields;
}

test("all that the stored operations ask for in public is kept", () => {
  const asked = new Set(storedOperations().flatMap(({ document }) => publicFieldsOf(document)));
  expect([...asked]).toEqual(expect.arrayContaining(["PovertyStatistics.poor", "FundStatistics.spent"]));
  expect([...asked].filter((name) => !kept.has(name))).toEqual([]);
});

test("all statistics of an administrative unit are kept, those that small cells are withheld from too", () => {
  const statistics = [...scopesOf.keys()].filter((name) => /^\w*Statistics\./.test(name));
  const open = statistics.filter((name) => scopesOf.get(name)?.length === 0);
  expect(open.length).toBeGreaterThan(60);
  expect(open.filter((name) => !kept.has(name))).toEqual([]);
});

test("there are two maximum ages", () => {
  const ages = new Set([...kept.values()].flatMap((each) => [...each]));
  expect(ages).toEqual(new Set(Object.values(maxAge)));
});
