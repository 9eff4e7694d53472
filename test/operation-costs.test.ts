import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCostDirectives } from "@an-sinh/gateway/cost/cost-directives";
import { operationCost } from "@an-sinh/gateway/cost/operation-cost";
import { valueOf } from "@an-sinh/gateway/cost/term";
import { readGatewaySettings } from "@an-sinh/gateway/env";
import { fragmentsOf } from "@an-sinh/gateway/execution/operation/fragments";
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  parse,
} from "graphql";
import { describe, expect, test } from "vitest";
import { documents, root } from "./support/documents.js";
import { storedOperations } from "./support/operations.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const schema = buildSchema(read("schema/api.graphql"));
const directives = readCostDirectives(parse(read("schema/supergraph.graphql")));
const budget = (await readGatewaySettings({})).costBudgets.perOperation;

/** What the operations of a document cost with the defaults of their variables. */
function costsOf(text: string): readonly number[] {
  const document = parse(text);
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? [valueOf(operationCost(schema, directives, definition, fragmentsOf(document)).total, {})]
      : [],
  );
}

const times = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join(" ");

const documented = documents().flatMap(({ path, text }) =>
  [...text.matchAll(/```graphql\n(.*?)```/gs)]
    .map(([, query = ""]) => query)
    .filter((query) => /^\s*(\{|query)/.test(query.replaceAll(/^\s*#.*$/gm, "")))
    .map((query) => ({ path, query })),
);

describe("costs less than half of what an operation may cost", () => {
  test.each(storedOperations())("$name", ({ document }) => {
    for (const cost of costsOf(document)) expect(cost).toBeLessThan(budget / 2);
  });

  test("every query in a document", () => {
    expect(documented.length).toBeGreaterThan(3);
    const dear = documented.filter(({ query }) => costsOf(query).some((cost) => cost >= budget / 2));
    expect(dear).toEqual([]);
  });
});

describe("costs more than an operation may cost", () => {
  const reclassification = times(
    3,
    (index) => `a${index}: reclassification(standard: "s${index}") { changing }`,
  );
  test.each([
    {
      what: "the reclassification of all communes",
      query: `{ administrativeUnits(first: 39) { edges { node { children(first: 100) { edges { node { ${reclassification} } } } } } } }`,
    },
    {
      what: "published figures of the units of published figures",
      query:
        "{ publishedFigures(first: 100) { edges { node { administrativeUnit { publishedFigures { administrativeUnit { publishedFigures { id } } } } } } } }",
    },
    {
      what: "an explanation under 100 aliases",
      query: `{ households(first: 100) { edges { node { supportOverlaps { ${times(100, (index) => `a${index}: explanation`)} } } } } }`,
    },
    {
      what: "a statistic of 100 communes under 25 aliases",
      query: `{ administrativeUnits(first: 100) { edges { node { ${times(25, (index) => `a${index}: poverty(year: ${2000 + index}) { poor }`)} } } } }`,
    },
    {
      what: "totalCount under 250 aliases",
      query: `{ households { ${times(250, (index) => `a${index}: totalCount`)} } }`,
    },
  ])("$what", ({ query }) => {
    expect(costsOf(query)[0]).toBeGreaterThan(budget);
  });
});

test("every list of objects says how long it is", () => {
  const lists = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
    .flatMap((type) =>
      (isObjectType(type) ? Object.values(type.getFields()) : []).map((field) => ({ type, field })),
    )
    .filter(
      ({ field }) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)),
    )
    .map(({ type, field }) => `${type.name}.${field.name}`);
  // The connection that it lies in says it. Of nodes, the gateway counts the ids.
  const isSaid = (name: string) =>
    directives.listSizes.has(name) || name.endsWith("Connection.edges") || name === "Query.nodes";
  expect(lists.filter((name) => !isSaid(name))).toEqual([]);
});

test("every connection says how long its page is", () => {
  const unsized = Object.values(schema.getTypeMap())
    .flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
    )
    .filter(({ field }) => getNamedType(field.type).name.endsWith("Connection"))
    .filter(({ type, field }) => {
      const size = directives.listSizes.get(`${type.name}.${field.name}`);
      return !size?.slicingArguments.includes("first") || !size.sizedFields.includes("edges");
    });
  expect(unsized.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});

test("no list has both a size and a default of the argument that says its size: Cosmo composes none with both", () => {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
  const both = fields.filter(({ type, field }) => {
    const size = directives.listSizes.get(`${type.name}.${field.name}`);
    const hasDefault = field.args.some(
      ({ name, defaultValue }) => size?.slicingArguments.includes(name) && defaultValue !== undefined,
    );
    return hasDefault && size?.assumedSize !== null;
  });
  expect(both.map(({ type, field }) => `${type.name}.${field.name}`)).toEqual([]);
});
