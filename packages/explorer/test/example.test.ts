import { expect, test } from "vitest";
import { toExample } from "../src/explorer/example.js";

const operation = "query PovertyByCommune($unit: ID!) {\n  # inside\n  a\n}";

test("the comments above an operation describe it, and its name is its title", () => {
  const { title, description, document } = toExample(`# Poor households,\n# by commune.\n${operation}\n`);
  expect(title).toBe("Poverty By Commune");
  expect(description).toBe("Poor households, by commune.");
  expect(document).toBe(`# Poor households,\n# by commune.\n${operation}`);
});

test("a header for reports gives the title, and does not stand in the editor", () => {
  const header = [
    "#",
    "# @report(",
    '#   title: { en: "Poverty by commune", vi: "Hộ nghèo theo xã" }',
    '#   parameters: [{ name: "unit", title: { en: "Unit", vi: "Đơn vị" } }]',
    "# )",
  ].join("\n");
  const { title, description, document } = toExample(`# Poor households.\n${header}\n${operation}`);
  expect([title, description]).toEqual(["Poverty by commune", "Poor households."]);
  expect(document).toBe(`# Poor households.\n${operation}`);
});

test("a document without comments and without a name is an example too", () => {
  expect(toExample("{ a }")).toEqual({ title: "Operation", description: "", document: "{ a }" });
});
