import { describe, expect, test } from "vitest";
import { departments, startDatabase } from "./support/database.js";
import { fixture, importFixtures, importText } from "./support/files.js";

test("a household is reviewed once in a round, in a file and on record", async () => {
  await using target = await startDatabase("households");
  await importFixtures(target, "households");
  const content = fixture("households", "reviews");
  const again = `${content}r9,h1,2023,2023-09-06,1,,,,AVERAGE\n`;
  const expected = { line: 5, column: "round" };
  expect((await importText(target, "reviews", again)).rejections).toMatchObject([expected]);
  await importText(target, "reviews", content);
  const [header = "", ...rest] = again.trimEnd().split("\n");
  const alone = `${header}\n${rest.at(-1)}\n`;
  expect((await importText(target, "reviews", alone)).rejections).toMatchObject([{ ...expected, line: 2 }]);
});

describe("units are no trees if", () => {
  test.each([
    [
      "a unit lies in itself",
      "001,,2025-06-30,Quận Ba Đình,01@0",
      "001,,2025-06-30,Quận Ba Đình,001@0",
      "parent_id",
    ],
    ["two lie in each other", "Quận Ba Đình,01@0", "Quận Ba Đình,00001@0", "parent_id"],
    [
      "a province lies in one",
      "24,2025-07-01,,Tỉnh Bắc Ninh,,",
      "24,2025-07-01,,Tỉnh Bắc Ninh,01@0,",
      "parent_id",
    ],
    [
      "a unit is valid before its parent",
      "Quận Ba Đình,01@0,01@0",
      "Quận Ba Đình,24@2025-07-01,24@2025-07-01",
      "parent_id",
    ],
    ["a unit lives on when its parent is closed", "01,,,Thành", "01,,2020-12-31,Thành", "parent_id"],
    [
      "a unit lies in another province than its parent",
      "Quận Ba Đình,01@0,01@0",
      "Quận Ba Đình,01@0,27@0",
      "province_id",
    ],
  ])("%s", async (_, from, to, column) => {
    await using target = await startDatabase("households");
    const content = fixture("households", "administrative-units");
    expect((await importText(target, "administrative-units", content)).rejected).toBe(0);
    expect(content).toContain(from);
    const { rejections } = await importText(target, "administrative-units", content.replace(from, to));
    expect(rejections.map((rejection) => rejection.column)).toContain(column);
  });

  test("but what was wrong on record before is no reason against a file that leaves it out", async () => {
    await using target = await startDatabase("households");
    const content = fixture("households", "administrative-units");
    await importText(target, "administrative-units", content);
    await target.database.write((manager) =>
      manager.query("UPDATE administrative_unit SET parent_id = '00001@0' WHERE id = '001@0'"),
    );
    const others = content.split("\n").slice(0, 3).join("\n").replace("Tỉnh Bắc", "Bắc");
    expect(await importText(target, "administrative-units", `${others}\n`)).toMatchObject({ updated: 1 });
  });
});

test.each([
  ["households", "administrative-units", "27,,2025-06-30", "27,2025-07-01,2025-06-30", "valid_to"],
  ["households", "poverty-standards", "2026-12-31", "2021-03-14", "valid_to"],
  ["households", "reviews", "12/QĐ-UBND,2022-12-08", "12/QĐ-UBND,2022-09-04", "decided_on"],
  ["credit-programs", "program-terms", null, null, "valid_to"],
  ["credit-programs", "loans", null, null, "due_on"],
  ["meritorious-service", "records", "2005-05-04", "1995-06-17", "ended_on"],
])("a period of %s %s does not end before it begins", async (department, kind, from, to, column) => {
  await using target = await startDatabase(department);
  const before = target.department.kinds.map(({ name }) => name);
  await importFixtures(target, ...before.slice(0, before.indexOf(kind)));
  const content = fixture(department, kind);
  const changed =
    from === null || to === null ? withCell(content, column, "1950-01-01") : content.replace(from, to);
  expect(changed).not.toBe(content);
  const { rejections } = await importText(target, kind, changed);
  expect(rejections[0]).toMatchObject({ column, expected: expect.stringMatching(/^a day not before /) });
});

/** The file with another cell in its first line. */
function withCell(content: string, column: string, cell: string): string {
  const [header = "", first = "", ...rest] = content.split("\n");
  const index = header.split(",").indexOf(column);
  return [header, first.split(",").with(index, cell).join(","), ...rest].join("\n");
}

test("every kind with the days of a validity declares them as its period", () => {
  const kinds = departments.flatMap((department) => department.kinds);
  const valid = kinds.filter(({ columns }) => columns.some(({ name }) => name === "valid_to"));
  expect(valid.map(({ period }) => period)).toEqual(valid.map(() => ["validFrom", "validTo"]));
});
