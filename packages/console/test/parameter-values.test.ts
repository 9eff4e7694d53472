import { expect, test } from "vitest";
import { explorerAddress } from "../src/pages/explorer-address.js";
import { controlOf, defaultValues, findProblems, toQuery } from "../src/parameters/parameter-values.js";
import { parameter, report } from "./support.js";

test.each([
  [{ type: "Int" }, "integer"],
  [{ type: "[Int!]!" }, "integer"],
  [{ type: "Float" }, "number"],
  [{ type: "Date!" }, "date"],
  [{ type: "Boolean" }, "boolean"],
  [{ type: "ID", choices: { url: "/x" } }, "search"],
  [{ type: "Boundary", choices: { values: [] } }, "choice"],
  [{ type: "ID" }, "text"],
] as const)("a parameter %o is filled in as %s", (more, control) => {
  expect(controlOf(parameter("p", more))).toBe(control);
});

test("defaults of all kinds are filled in as texts", () => {
  const parameters = [2025, "a", true, ["x", "y"], null, undefined].map((value, index) =>
    parameter(`p${index}`, { default: value }),
  );
  expect(Object.values(defaultValues(report({ parameters })))).toEqual([
    ["2025"],
    ["a"],
    ["true"],
    ["x", "y"],
    [],
    [],
  ]);
});

const year = parameter("year", { type: "Int", isRequired: true, minimum: 2021, maximum: 2026 });

test.each([
  [[], { kind: "fillIn" }],
  [["20x1"], { kind: "numberExpected" }],
  [["2021.5"], { kind: "integerExpected" }],
  [["2020"], { kind: "atLeast", limit: 2021 }],
  [["2025", "2027"], { kind: "atMost", limit: 2026 }],
  [["2021"], undefined],
] as const)("what is wrong with %j is told", (values, problem) => {
  expect(findProblems(report({ parameters: [year] }), { year: values })["year"]).toEqual(problem);
});

test("a list repeats its name, and what is not filled in is left to the default", () => {
  const asked = report({ parameters: [year, parameter("unit", { isList: true }), parameter("on")] });
  expect(String(toQuery(asked, { year: ["2025"], unit: ["a&b", "c"], on: [], other: ["x"] }))).toBe(
    "year=2025&unit=a%26b&unit=c",
  );
});

test("the explorer is asked for the report's operation, with typed variables and without typed texts", () => {
  const asked = report({
    name: "poverty-by-commune",
    parameters: [
      year,
      parameter("units", { type: "[ID!]!", isList: true, choices: { url: "/x" } }),
      parameter("isOpen", { type: "Boolean" }),
      parameter("on", { type: "Date" }),
      parameter("person", { type: "ID" }),
    ],
  });
  const values = { year: ["2025"], units: ["24", "01"], isOpen: ["false"], on: [], person: ["p1"] };
  const [path = "", fragment] = explorerAddress(asked, values).split("#");
  const given = new URLSearchParams(fragment);
  expect([path, given.get("operation")]).toEqual(["/explorer/", "PovertyByCommune"]);
  expect(JSON.parse(given.get("variables") ?? "")).toEqual({
    year: 2025,
    units: ["24", "01"],
    isOpen: false,
  });
});
