import { expect, test } from "vitest";
import { parseExactJson, toJsonText } from "../src/responses/exact-json.js";
import { ExactNumber } from "../src/responses/exact-number.js";

test.each([
  ["9007199254740993"],
  ["-9007199254740993"],
  ["1e400"],
  ["1E+400"],
  ["1e-400"],
  ["0.1234567890123456789"],
  ["123456789.123456789012"],
  ["1.00000000000000000000000000000000000000000000000001"],
  ["12345678901234567890e2"],
])("%s comes through as it is, at every place of a text", (number) => {
  for (const text of [
    number,
    `[${number}]`,
    `{"a":[1,${number},"${number}"]}`,
    `{"a":"${"x".repeat(13)}","n":${number}}`,
  ]) {
    expect(toJsonText(parseExactJson(text))).toBe(text);
  }
  expect(parseExactJson(number)).toEqual(new ExactNumber(number));
});

test.each([
  "0",
  "-0",
  "1.50",
  "100",
  "1e3",
  "2.5E-3",
  "0.30000000000000004",
  "1e21",
  "123456789012345680000",
  "5e-324",
])("%s is a JavaScript number, which holds it", (number) => {
  expect(parseExactJson(` ${number}`)).toBe(Number(number));
  expect(parseExactJson(`[9007199254740993, ${number}]`)).toEqual([
    new ExactNumber("9007199254740993"),
    Number(number),
  ]);
});

test("strings and names stay what they are beside a number that no JavaScript number holds", () => {
  const text = String.raw`{"__proto__":{"a":1},"9007199254740993":"1e400","b\"\\":"[9007199254740993,\"","n":1e400}`;
  const value = parseExactJson(text);
  expect(toJsonText(value)).toBe(text);
  expect(Object.keys(value as object)).toContain("__proto__");
});

test.each(["01", "9007199254740993 1", "[9007199254740993,]", "-", '{"a":1e400', ""])(
  "%s is no JSON",
  (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  },
);

test("whoever does not know exact numbers gets the nearest one", () => {
  const number = new ExactNumber("9007199254740993");
  expect(JSON.stringify({ number })).toBe('{"number":9007199254740992}');
  expect(Number(number)).toBe(9007199254740992);
});

test("a value that is not there is written as null", () => {
  expect([toJsonText(undefined), toJsonText(null)]).toEqual(["null", "null"]);
  expect(toJsonText({ toJSON: () => undefined })).toBe("null");
});
