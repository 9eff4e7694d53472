import { buildSchema, Kind, parse } from "graphql";
import { expect, test } from "vitest";
import { compileMerge } from "../../src/execution/entities/merging.js";
import type { ResponseObject } from "../../src/execution/values/response-objects.js";
import { SupergraphTypes } from "../../src/execution/values/supergraph-types.js";

const types = new SupergraphTypes(buildSchema("type Query { name: String }"), new Map());

/** The object after it got what a subgraph sent for these fields. */
function merged(fields: string, target: ResponseObject, sent: ResponseObject): ResponseObject {
  const [operation] = parse(fields).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Expected fields");
  compileMerge(operation.selectionSet, types)(target, sent);
  return target;
}

test("lists of one length are merged item by item", () => {
  const target = { list: [{ a: 1 }, null, { a: 2 }] };
  const sent = { list: [{ b: 3 }, { b: 4 }, null] };
  expect(merged("{ list { a b } }", target, sent)).toEqual({ list: [{ a: 1, b: 3 }, { b: 4 }, { a: 2 }] });
});

test("of lists of different lengths the later one is taken whole: nobody knows which items are the same", () => {
  const sent = { list: [{ b: 3 }, { b: 4 }] };
  expect(merged("{ list { a b } }", { list: [{ a: 1 }] }, sent)).toEqual(sent);
});

test("a null takes the place of nothing, what is left out changes nothing", () => {
  expect(
    merged("{ leaf object { a } }", { leaf: 1, object: { a: 1 } }, { leaf: null, object: null }),
  ).toEqual({
    leaf: 1,
    object: { a: 1 },
  });
  expect(merged("{ leaf object { a } }", { leaf: 1 }, {})).toEqual({ leaf: 1 });
  expect(merged("{ leaf }", {}, { leaf: null })).toEqual({ leaf: null });
});

test("the value of a scalar is nobody's to change, also inside an object that two subgraphs sent", () => {
  const scalar = Object.freeze({ x: 1 });
  const target = { object: { scalar } };
  expect(merged("{ object { scalar } }", target, { object: { scalar: { y: 2 } } })).toEqual({
    object: { scalar: { x: 1 } },
  });
});
