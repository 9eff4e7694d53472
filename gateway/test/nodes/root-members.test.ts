import { assert, dictionary, jsonValue, property, stringMatching } from "fast-check";
import { JsonText } from "@an-sinh/server/json-text";
import { expect, test } from "vitest";
import { NodeGathering } from "../../src/nodes/gather-nodes.js";
import { rootMembers } from "../../src/nodes/root-members.js";

test("the text of each member of an object is found, whatever is in it", () => {
  const objects = dictionary(stringMatching(/^[a-z_]\w{0,5}$/), jsonValue(), { noNullPrototype: true });
  assert(
    property(objects, (object) => {
      const members = rootMembers(JSON.stringify(object));
      const expected = Object.entries(object).map(([name, value]) => [name, JSON.stringify(value)]);
      expect([...members]).toEqual(expected);
    }),
  );
});

test("a text that is none of an object is a fault, and not read forever", () => {
  for (const text of ['{"a', '{"a":"', '{"a":1', '{"a":[{', '{"a":"\\"'])
    expect(() => rootMembers(text), text).toThrow("Expected the text of an object");
});

test("numbers are gathered as they were written", () => {
  const slot = { rootField: "book", typeName: "Book", variable: "v" };
  const slots = new Map([["many", [{ ...slot, alias: "nodes_0" }]]]);
  const fields = new Map([["many", { isList: true, length: 2, asked: [] }]]);
  const gathering = new NodeGathering({ fields, errors: [] }, slots, [1]);
  const given = new JsonText('{"nodes_0":{"weight":9007199254740993,"far":1e400,"small":0.10}}');
  expect(gathering.data(given)).toEqual(
    new JsonText('{"many":[null,{"weight":9007199254740993,"far":1e400,"small":0.10}]}'),
  );
});
