import { expect, test } from "vitest";
import { longestWord, paperFor } from "../src/table/paper.js";
import { rowHeight, rowWindow } from "../src/table/row-window.js";
import { nextSort, parseSort, sortRows, writeSort } from "../src/table/sort-rows.js";
import { column } from "./support.js";

const columns = [column("name"), column("poor", { kind: "integer" })];
const rows = [
  ["Đông Cứu", 9],
  ["Cao Đức", null],
  ["Đại Lai", 10],
  ["Xã 10", 9],
  ["Xã 9", -1],
];
const names = (sort: string) => sortRows(rows, columns, parseSort(sort)).map(([name]) => name);

test("numbers are sorted as numbers, empty cells come last in both directions, equal rows stay in order", () => {
  expect(names("poor")).toEqual(["Xã 9", "Đông Cứu", "Xã 10", "Đại Lai", "Cao Đức"]);
  expect(names("-poor")).toEqual(["Đại Lai", "Đông Cứu", "Xã 10", "Xã 9", "Cao Đức"]);
});

test("names are sorted in Vietnamese order, where Đ follows D, and numbers in names by their size", () => {
  expect(names("name")).toEqual(["Cao Đức", "Đại Lai", "Đông Cứu", "Xã 9", "Xã 10"]);
});

test("an unknown column sorts nothing", () => {
  expect(sortRows(rows, columns, { column: "evil", descending: true })).toBe(rows);
});

test("a heading sorts up, then down, then as the rows came", () => {
  const up = nextSort(undefined, "poor");
  const down = nextSort(up, "poor");
  expect([up, down].map((sort) => sort && writeSort(sort))).toEqual(["poor", "-poor"]);
  expect(nextSort(down, "poor")).toBeUndefined();
  expect(nextSort(down, "name")).toEqual({ column: "name", descending: false });
});

test("of a table of any length the rows that are seen are drawn, and few more", () => {
  for (const top of [0, 500, 36 * 50_000, 1e9]) {
    const { first, end } = rowWindow(60_000, top, 720);
    expect(end - first).toBeLessThan(60);
    const seen = Math.min(59_999, Math.floor(top / rowHeight));
    expect(first <= seen && seen < end).toBe(true);
  }
  expect(rowWindow(0, 0, 720)).toEqual({ first: 0, end: 0 });
});

test("a table stands upright on paper where it fits, else lies, in letters as large as fit", () => {
  expect(paperFor([10, 10, 10])).toEqual({ isWide: false, fontPoints: 9, breaksWords: false });
  expect(paperFor(Array.from({ length: 10 }, () => 10))).toMatchObject({ isWide: true, fontPoints: 8 });
  expect(paperFor(Array.from({ length: 19 }, () => 8))).toMatchObject({ isWide: true, fontPoints: 6 });
  expect(paperFor([2_000])).toEqual({ isWide: true, fontPoints: 5, breaksWords: true });
});

test("a text is broken between its words, a number nowhere", () => {
  expect(longestWord("Huyện Yên Phong", false)).toBe(5);
  expect(longestWord("0.56 %", true)).toBe(6);
});
