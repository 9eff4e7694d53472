import { variableError } from "@an-sinh/server/variable-error";
import { buildSchema, Kind, parse } from "graphql";
import { expect, test } from "vitest";

const schema = buildSchema(`
  enum Level { HIGH LOW }
  input Filter { name: String, names: [String!], level: Level, id: ID, year: Int, rate: Float, isUrban: Boolean, needed: Int! }
  type Query { x(filter: Filter): Int }
`);

const [operation] = parse("query ($f: Filter!) { x(filter: $f) }").definitions;
if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("Expected an operation.");

/** What no message may hold. */
const secret = "Bí Mật: 001080000001; x";

test.each([
  [{ name: [secret] }, 'at "f.name"; String cannot represent a non string value.'],
  [{ names: ["a", { secret }] }, 'at "f.names[1]"; String cannot represent a non string value.'],
  [{ level: secret }, 'at "f.level"; The value does not exist in the "Level" enum.'],
  [{ level: "HIG" }, 'at "f.level"; The value does not exist in the "Level" enum.'],
  [{ level: [secret] }, 'at "f.level"; Enum "Level" cannot represent non-string value.'],
  [{ id: { secret } }, 'at "f.id"; ID cannot represent value.'],
  [{ year: secret }, 'at "f.year"; Int cannot represent non-integer value.'],
  [{ year: 3_000_000_000 }, 'at "f.year"; Int cannot represent non 32-bit signed integer value.'],
  [{ rate: secret }, 'at "f.rate"; Float cannot represent non numeric value.'],
  [{ isUrban: secret }, 'at "f.isUrban"; Boolean cannot represent a non boolean value.'],
  [{ nam: secret }, '; Field "nam" is not defined by type "Filter".'],
  [{ name: secret, needed: undefined }, '; Field "needed" of required type "Int!" was not provided.'],
  [{ name: secret, needed: null }, 'at "f.needed"; Expected non-nullable type "Int!" not to be null.'],
  [secret, '; Expected type "Filter" to be an object.'],
])("of %j the error says what is wrong, but not the value", (given, expected) => {
  const f = typeof given === "string" ? given : { needed: 1, ...given };
  const { message, nodes } = variableError(schema, operation, { f }) ?? {};
  expect(message).toContain(`Variable "$f" got an invalid value`);
  expect(message).toContain(expected);
  expect(message).not.toContain("Mật");
  expect(nodes).toEqual(operation.variableDefinitions);
});

test("a variable without a value is named", () => {
  expect(variableError(schema, operation, {})?.message).toBe(
    'Variable "$f" of required type "Filter!" was not provided.',
  );
  expect(variableError(schema, operation, { f: null })?.message).toBe(
    'Variable "$f" of non-null type "Filter!" must not be null.',
  );
});

test("of a list with two million faults only the first is made an error", () => {
  const names = Array<null>(2_000_000).fill(null);
  expect(variableError(schema, operation, { f: { needed: 1, names } })?.message).toContain('at "f.names[0]"');
});
