import { expect, test } from "vitest";
import type { Column } from "../src/catalog/catalog.types.js";
import { readCatalog } from "../src/catalog/read-catalog.js";
import { searchReports } from "../src/catalog/search-reports.js";
import { keyEffect } from "../src/parameters/combobox-keys.js";
import { readPartialErrors, readRefusal } from "../src/run/report-run.js";
import { provenanceOf } from "../src/sources/provenance.js";
import { english } from "../src/texts/english.js";
import { createFormat } from "../src/texts/format.js";
import { vietnamese } from "../src/texts/vietnamese.js";
import { column, report } from "./support.js";

const words = { yes: "Có", no: "Không" };
const written = (
  language: "en" | "vi",
  kind: "integer" | "percent" | "date" | "money",
  cell: string | number,
) => createFormat(language).cell(column("a.value", { kind }), cell, words);

test("numbers and dates are written as the language has them", () => {
  expect(written("vi", "money", 1234567)).toBe("1.234.567");
  expect(written("en", "money", 1234567)).toBe("1,234,567");
  expect(written("vi", "percent", 0.5)).toBe("0,50%");
  expect(written("vi", "date", "2025-12-31")).toBe("31/12/2025");
  expect(written("en", "date", "2025-12-31")).toBe("31 Dec 2025");
  expect(written("en", "date", "soon")).toBe("soon");
});

test("the size of a file is written in units that people know", () => {
  expect(createFormat("en").size(56_840)).toBe("56.8 kB");
  expect(createFormat("vi").size(12_340_000)).toBe("12,3 MB");
});

test("a year has no separator, a null is a dash, and a value of an enum has its title", () => {
  const { cell } = createFormat("vi");
  expect(cell(column("series.year", { kind: "integer" }), 2025, words)).toBe("2025");
  for (const name of ["years", "supports.housesDuringYear", "perYear.poor"])
    expect(cell(column(name, { kind: "integer" }), 2025, words), name).toBe("2.025");
  expect(cell(column("targets.fromYear", { kind: "integer" }), 2025, words)).toBe("2025");
  expect(cell(column("a"), null, words)).toBe("–");
  expect(cell(column("a"), false, words)).toBe("Không");
  const values = [{ value: "POOR", title: { en: "Poor", vi: "Nghèo" } }];
  expect(cell(column("a", { values }), "POOR", words)).toBe("Nghèo");
  expect(cell(column("a", { values, isJoined: true }), "POOR; NONE", words)).toBe("Nghèo; NONE");
});

test("each part of a cell with several values is written as its kind, and an empty one stays empty", () => {
  const { cell } = createFormat("vi");
  const joined = (kind: Column["kind"], text: string, name = "a") =>
    cell(column(name, { kind, isJoined: true }), text, words);
  expect(joined("money", "75000000; ; 2500000")).toBe("75.000.000; ; 2.500.000");
  expect(joined("date", "2025-09-29; 2024-01-02")).toBe("29/09/2025; 02/01/2024");
  expect(joined("percent", "0.5")).toBe("0,50%");
  expect(joined("integer", "2024; 2025", "years.year")).toBe("2024; 2025");
  expect(joined("boolean", "true; false")).toBe("Có; Không");
  expect(joined("text", "012; 2025-09-29")).toBe("012; 2025-09-29");
});

test("no text of a language is empty, and no language says another's", () => {
  const texts = (of: typeof english) =>
    Object.values(of).flatMap((text) => (typeof text === "object" ? Object.values(text) : text));
  const [ofEnglish, ofVietnamese] = [texts(english), texts(vietnamese)];
  expect(ofVietnamese).toHaveLength(ofEnglish.length);
  const same = ofEnglish.filter((text, index) => typeof text === "string" && text === ofVietnamese[index]);
  expect(same).toEqual(["CSV", "Excel (XLSX)", "SVG", "PNG"]);
});

test("reports are found by words in any language, with and without marks", () => {
  const reports = [report(), report({ name: "debts", title: { en: "Overdue debts", vi: "Nợ quá hạn" } })];
  const found = (search: string) => searchReports(reports, search).map(({ name }) => name);
  expect(found("ho ngheo XÃ")).toEqual(["poverty"]);
  expect(found("no qua han debts")).toEqual(["debts"]);
  expect(found("")).toHaveLength(2);
});

test.each([[null], [[]], ["reports"], [{ reports: [1, null, []] }]])(
  "%j is a catalog without reports",
  (answer) => {
    expect(readCatalog(answer)).toEqual([]);
  },
);

test("what a gateway leaves out or adds does no harm", () => {
  const [read] = readCatalog({
    reports: [
      {
        name: "a",
        title: "A",
        columns: [{ name: "x", kind: "new" }],
        charts: [{ kind: "PIE", y: ["x"] }],
        new: 1,
      },
    ],
  });
  expect(read).toMatchObject({
    title: { en: "A", vi: "A" },
    columns: [{ kind: "text", role: "VALUE" }],
    charts: [],
  });
});

test("a department that failed, and the columns that lack, are read from errors of both forms", () => {
  const failed = { code: "SUBGRAPH_UNAVAILABLE", service: "credit-programs", columns: ["loans"] };
  const [flat, nested] = readPartialErrors([
    { message: "", ...failed },
    { message: "", extensions: failed },
  ]);
  expect(flat).toEqual({ message: "", ...failed });
  expect(nested).toEqual(flat);
  expect(readPartialErrors(undefined)).toEqual([]);
});

test("a refusal says each problem once, and nothing where the answer is no JSON", () => {
  const body = JSON.stringify({ errors: [{ message: "a" }, { message: "a" }, { message: "b" }] });
  expect(readRefusal(400, body)).toEqual({ status: 400, problems: ["a", "b"] });
  expect(readRefusal(502, "<html>")).toEqual({ status: 502, problems: [] });
});

test("rows that rest on the same standard and source are told once, the most frequent first", () => {
  const columns = [
    column("poor"),
    column("standard", { role: "PROVENANCE" }),
    column("source", { role: "PROVENANCE" }),
  ];
  const rows = [
    [1, "2016", null],
    [2, "2022", "MoLISA"],
    [3, "2022", "MoLISA"],
    [4, null, null],
  ];
  const found = provenanceOf(columns, rows).map(({ parts, rows: count }) => [
    parts.map(({ value }) => value),
    count,
  ]);
  expect(found).toEqual([
    [["2022", "MoLISA"], 2],
    [["2016"], 1],
  ]);
});

test("the keys of a combobox open its list, walk it in a circle, choose and close", () => {
  expect(keyEffect("ArrowDown", { isOpen: false, active: -1 }, 3)).toMatchObject({
    highlight: { isOpen: true },
  });
  expect(keyEffect("ArrowDown", { isOpen: true, active: 2 }, 3)).toMatchObject({ highlight: { active: 0 } });
  expect(keyEffect("ArrowUp", { isOpen: true, active: 0 }, 3)).toMatchObject({ highlight: { active: 2 } });
  expect(keyEffect("Enter", { isOpen: true, active: 1 }, 3)).toEqual({ kind: "choose", index: 1 });
  expect(keyEffect("Enter", { isOpen: true, active: -1 }, 3)).toBeUndefined();
  expect(keyEffect("Escape", { isOpen: true, active: 1 }, 3)).toEqual({ kind: "reset" });
});
