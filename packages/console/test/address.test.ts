import { expect, test } from "vitest";
import { readAddress, writeAddress, type Address } from "../src/address/address.js";
import { parameter, report } from "./support.js";

const poverty = report({
  parameters: [
    parameter("unit", { type: "ID", choices: { url: "/choices" } }),
    parameter("years", { type: "Int", isList: true }),
    parameter("on", { type: "Date", default: "2025-12-31" }),
    parameter("person", { type: "String" }),
    parameter("number", { type: "ID" }),
  ],
});

const address: Address = {
  language: "vi",
  report: "poverty",
  view: "chart",
  chart: 2,
  mapValue: 1,
  sort: { column: "unit.name", descending: true },
  parameters: { unit: ["24@2025-07-01"], years: ["2021", "2025"], on: [] },
};

test("a link opens the view that it was copied from", () => {
  expect(readAddress(writeAddress(address, poverty))).toEqual(address);
});

test("typed texts, which may name a person, are not in a link", () => {
  const parameters = { ...address.parameters, person: ["Nguyễn Văn A"], number: ["001088012345"] };
  expect(writeAddress({ ...address, parameters }, poverty)).toBe(writeAddress(address, poverty));
});

test("a fragment of anybody else is an empty address", () => {
  const { parameters, ...rest } = readAddress("#view=evil&chart=-1&map=1e9&lang=xx&sort=&p.unit=%00&report=");
  expect(parameters).toEqual({ unit: ["\0"] });
  expect(rest).toMatchObject({
    language: undefined,
    view: undefined,
    chart: 0,
    mapValue: 0,
    sort: undefined,
  });
});
