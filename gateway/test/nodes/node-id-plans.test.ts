import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import { storedDocuments } from "@an-sinh/server/stored-documents";
import {
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
} from "graphql";
import { expect, test } from "vitest";
import { committedFile } from "../../src/supergraph/supergraph-setting.js";

const supergraph = Supergraph.build(readFileSync(committedFile, "utf8"));
const api = supergraph.apiSchema();
const schema = api.toGraphQLJSSchema();
const planner = new QueryPlanner(supergraph);
const stored = storedDocuments(fileURLToPath(new URL("../../../schema/operations/", import.meta.url)));

const nodeId: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "nodeId" } };

/** The document with a `nodeId` of each object that has one, and how many there are. */
function withNodeIds(document: DocumentNode) {
  let count = 0;
  const types = new TypeInfo(schema);
  const leave = (set: { readonly selections: readonly unknown[] }) => {
    const type = types.getParentType();
    if (!isObjectType(type) || !("nodeId" in type.getFields())) return undefined;
    count += 1;
    return { ...set, selections: [...set.selections, nodeId] };
  };
  const changed = visit(document, visitWithTypeInfo(types, { SelectionSet: { leave } }));
  return { changed, count };
}

const fetchesOf = (document: DocumentNode): number =>
  JSON.stringify(planner.buildQueryPlan(operationFromDocument(api, document))).split('"kind":"Fetch"').length;

test("a nodeId of each object in the stored operations takes no fetch of its own", () => {
  let places = 0;
  for (const { name, text } of stored) {
    const plain = parse(text);
    const { changed, count } = withNodeIds(plain);
    places += count;
    if (count > 0) expect(fetchesOf(changed), name).toBe(fetchesOf(plain));
  }
  expect(places).toBeGreaterThan(20);
});
