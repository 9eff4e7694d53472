import { csvLines } from "@an-sinh/csv/csv/write-csv";
import { expect, test } from "vitest";

test.each([
  ["a comma", "a,b", '"a,b"'],
  ["a semicolon, which some readers take for the sign between cells", "a;b", '"a;b"'],
  ["a quotation mark, which is doubled", 'a "b"', '"a ""b"""'],
  ["a line feed", "a\nb", '"a\nb"'],
  ["a carriage return", "a\rb", '"a\rb"'],
  ["space before it", " a", '" a"'],
  ["space after it", "a\u00a0", '"a\u00a0"'],
])("a cell is quoted if it has %s", (_, cell, written) => {
  expect(csvLines([[cell, "x"]])).toBe(`${written},x\n`);
});

test.each(["", "a b", "'=1+1", "Đinh Văn Ước"])("a cell is not quoted if it needs no quotes: %s", (cell) => {
  expect(csvLines([["x", cell]])).toBe(`x,${cell}\n`);
});

test("each line ends with a line feed, and no line is no text", () => {
  expect(csvLines([["a"], ["b"]])).toBe("a\nb\n");
  expect(csvLines([])).toBe("");
});
