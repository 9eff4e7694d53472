import { expect, test } from "vitest";
import { readAsked } from "../src/explorer/asked-operation.js";

const header = '# @report(\n#   title: { en: "Poverty", vi: "Hộ nghèo" }\n# )\n';
const [old, current] = ["query Poverty { old }", "query Poverty($unit: ID) { current }"];
const documents = [old, "{ nameless }", header + current];
const link = (operation: string, variables = '{"unit":"24"}') =>
  `#${new URLSearchParams({ operation, variables })}`;

test("a link names a stored operation, of several versions the last, with its variables", () => {
  expect(readAsked(link("Poverty"), documents)).toEqual({ query: current, variables: '{"unit":"24"}' });
});

test("an operation that is not stored is told, and what is no name is left alone", () => {
  expect(readAsked(link("Loans"), documents)).toEqual({
    query: "# This gateway has no stored operation Loans.\n",
    variables: "",
  });
  expect(readAsked(link("Loans\n{ households }"), documents)).toBeUndefined();
  expect(readAsked("", documents)).toBeUndefined();
});
