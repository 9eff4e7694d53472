import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readGraphFacts } from "@an-sinh/gateway/reports/graph-facts";
import { readCatalog } from "@an-sinh/gateway/reports/report-catalog";
import { readReport } from "@an-sinh/gateway/reports/read-report";
import { buildSchema, parse } from "graphql";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const facts = readGraphFacts(
  buildSchema(read("schema/api.graphql")),
  parse(read("schema/supergraph.graphql")),
);
const { reports, choices, problems } = await readCatalog(join(root, "schema/operations"), facts);

test("every stored operation with a header is a report of this graph", () => {
  expect(problems).toEqual([]);
  expect(reports.size).toBeGreaterThan(12);
  expect([...choices.keys()]).toContain("units");
});

test("no two columns of a report have the same title, in either language", () => {
  const same = [...reports.values()].flatMap(({ name, columns }) =>
    (["en", "vi"] as const).flatMap((language) => {
      const titles = columns.map(({ title }) => title[language]);
      return titles
        .filter((title, index) => titles.indexOf(title) < index)
        .map((title) => `${name}: ${title}`);
    }),
  );
  expect(same).toEqual([]);
});

test("the example of docs/reports.md is a report", () => {
  const [, text = ""] = /```graphql\n(.*?)```/s.exec(read("docs/reports.md")) ?? [];
  const stored = { name: "apartments-by-province", file: "docs/reports.md", text };
  expect(readReport(stored, facts)).toMatchObject({
    kind: "report",
    report: { charts: [{ x: "administrativeUnits.name" }] },
  });
});

test("every column of a report is explained in English and in Vietnamese, in NFC", () => {
  const columns = [...reports.values()].flatMap(({ name, columns: all }) =>
    all.map((column) => ({ place: `${name}: ${column.name}`, description: column.description })),
  );
  const wrong = columns.filter(
    ({ description }) =>
      !description || description.vi === description.en || description.vi !== description.vi.normalize("NFC"),
  );
  expect(wrong.map(({ place }) => place)).toEqual([]);
});

test("explanations in Vietnamese name acts as Viet Nam does", () => {
  const abouts = [...read("schema/supergraph.graphql").matchAll(/@about\(vi: (".*?[^\\]")\)/g)];
  expect(abouts.length).toBeGreaterThan(130);
  const foreign = abouts.filter(([, text = ""]) =>
    /ND-CP|QD-|NQ-HDND|\b(Decree|Decision|null)\b/i.test(text),
  );
  expect(foreign.map(([, text]) => text)).toEqual([]);
});

test("every text of a report is there in Vietnamese as well, in NFC", () => {
  const texts = [...reports.values()].flatMap(({ header, parameters, columns }) => [
    header.title,
    header.description,
    ...[...parameters, ...columns].flatMap(({ title, values }) => [
      title,
      ...(values ?? []).map((value) => value.title),
    ]),
  ]);
  expect(texts.length).toBeGreaterThan(300);
  expect(texts.filter(({ en, vi }) => vi === en || vi !== vi.normalize("NFC"))).toEqual([]);
});
