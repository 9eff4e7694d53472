import { openCsv } from "@an-sinh/csv/csv/read-csv";
import { importFile } from "@an-sinh/csv/import/import-file";
import { collectRejections } from "@an-sinh/csv/import/rejections";
import { describe, expect, test } from "vitest";
import { dialects, startDatabase } from "./support/database.js";
import { file, fixture, importFixtures, importText } from "./support/files.js";

interface Edit {
  readonly kind: string;
  readonly replaced: string;
  readonly by: string;
  /** The table of totals that changes with it. */
  readonly table: string;
}

const edit = (kind: string, replaced: string, by: string, table: string): Edit => ({
  kind,
  replaced,
  by,
  table,
});

const housing = [
  edit("housing-supports", "31000000,23000000", "54000000,", "funding_total"),
  edit("housing-supports", "h1,00001,00001", "h1,00003,00003", "housing_support_total"),
  edit("housing-supports", "h1,00001,00001", "h1,00001,00002", "funding_total"),
  edit("housing-supports", ",,2025-01-16", ",2025-11-02,2025-01-16", "housing_support_total"),
  edit("housing-supports", "2025-06-12", "", "funding_total"),
  edit("completions", "s1,10,20", "s1,10,21", "apartment_total"),
  edit("projects", "00001,00002", "00003,00003", "apartment_total"),
  edit("projects", "2.5,1209", "2.51,1209", "social_housing_project_total"),
  edit("territory", "01@0,b", "01@0,b\n00005@2025-07-01,b", "apartment_total"),
];

const meritorious = [
  edit("records", "p1,WAR_INVALID", "p1,RELATIVE", "payment_total"),
  edit("records", "p1,WAR_INVALID,00001,00001", "p1,WAR_INVALID,00003,00003", "meritorious_record_total"),
  edit("records", "2005-05-04", "2004-05-04", "meritorious_record_total"),
  edit("records", "137/QĐ-UBND,,,IN_FORCE", "137/QĐ-UBND,2020-01-01,,DECEASED", "meritorious_record_total"),
  edit("payments", "00003,00003,2024-08", "00003,00003,2023-08", "payment_total"),
  edit("payments", "00003,00003,2024-08", ",,2024-08", "payment_total"),
  edit("territory", "27@0,c", "27@0,c\n00005@2025-07-01,c", "meritorious_record_total"),
];

const cases = [
  { department: "housing-projects", kinds: ["projects", "completions", "housing-supports"], edits: housing },
  { department: "meritorious-service", kinds: ["records", "payments"], edits: meritorious },
];

// Whether they are then what the rows give, importText checks itself.
describe.each(dialects)("on %s", (dialect) => {
  test.each(cases)("totals of $department change with each import", async ({ department, kinds, edits }) => {
    await using target = await startDatabase(department, dialect);
    await importFixtures(target, ...kinds);
    for (const { kind, replaced, by, table } of edits) {
      const totals = () => target.query(`SELECT * FROM ${table} ORDER BY unit_id, year`);
      const before = await totals();
      const content = fixture(department, kind);
      expect(content).toContain(replaced);
      const { rejected } = await importText(target, kind, content.replace(replaced, by));
      expect(rejected).toBe(0);
      expect(await totals(), `${kind}: ${by}`).not.toEqual(before);
    }
  });
});

test("an import is stopped also while it counts totals anew", async () => {
  await using target = await startDatabase("housing-projects", "sqlite");
  await importFixtures(target, "projects");
  const kind = target.kind("territory");
  const content = fixture("housing-projects", "territory").replace("01@0,b", "01@0,b\n00005@2025-07-01,b");
  const stop = new AbortController();
  const totals = target.department.totals.map((each) => ({
    ...each,
    count: () => stop.abort(new Error("Stopped.")),
  }));
  const stopped = importFile(target.database, {
    kind,
    totals,
    file: await openCsv(file(content), kind.columns),
    rejections: await collectRejections(null),
    isDryRun: false,
    isPartial: false,
    signal: stop.signal,
  });
  await expect(stopped).rejects.toThrow("Stopped.");
});
