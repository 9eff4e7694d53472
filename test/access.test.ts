import { roles } from "@an-sinh/deployment/sign-in/roles";
import { expect, test } from "vitest";
import { accessTable, tableRows } from "./support/access-table.js";
import { fieldAccess } from "./support/access.js";
import { documents } from "./support/documents.js";

const access = fieldAccess();

test("docs/access.md says which role sees which field", () => {
  const text = documents().find(({ path }) => path === "docs/access.md")?.text ?? "";
  const printed = text.split("\n\n").find((block) => block.includes("`Query.loans`")) ?? "";
  const table = accessTable();
  const correct = table.map((row) => `| ${row.join(" | ")} |`).join("\n");
  expect(tableRows(printed), `docs/access.md needs this table:\n${correct}`).toEqual(table);
});

test("a field that is cut alone may be null, so that the object around it stays in the answer", () => {
  const cut = access.filter(({ own }) => own.length > 0);
  expect(cut.length).toBeGreaterThan(30);
  expect(cut.filter(({ isNullable }) => !isNullable).map(({ name }) => name)).toEqual([]);
});

test("each scope that a field needs is one of those that roles have", () => {
  const known = new Set(roles.flatMap(({ scopes }) => scopes));
  expect(access.flatMap(({ all }) => all).filter((scope) => !known.has(scope))).toEqual([]);
});

test("what the public sees has neither a household nor a person, a loan or a record in it", () => {
  const types = access.filter(({ all }) => all.length === 0).map(({ name }) => name.split(".")[0]);
  expect(types).toEqual(expect.arrayContaining(["AdministrativeUnit", "PovertyStatistics", "CreditTerms"]));
  const rows = ["Household", "Person", "Loan", "SavingsGroup", "HousingSupport", "MeritoriousRecord"];
  expect(types.filter((type) => rows.includes(type ?? ""))).toEqual([]);
});
