import { describe, expect, test } from "vitest";
import { departments, dialects, startDatabase, type TestDatabase } from "./support/database.js";
import { file, fixture, importFixtures, importText } from "./support/files.js";

const [membersHeader = ""] = fixture("households", "members").split("\n");
const lines = (...rows: readonly string[]) => `${[membersHeader, ...rows].join("\n")}\n`;

interface Given {
  readonly household?: string;
  readonly number?: string;
  readonly role?: string;
  readonly isAlive?: string;
}

/** A man who was born in 1980. */
const member = (id: string, { household = "", number = "", role = "", isAlive = "yes" }: Given) =>
  `${id},${household},Lê Văn Tám,${number},1980-01-01,MALE,,${role},no,no,${isAlive}`;

const one = "001080000001";
const two = "001080000002";

async function startWith(...rows: readonly string[]): Promise<TestDatabase> {
  const target = await startDatabase("households");
  await importFixtures(target, "households");
  await importText(target, "members", lines(...rows));
  return target;
}

const numbers = async (target: TestDatabase) =>
  (
    await target.query<{ id: string; identification_number: string | null }>(
      "SELECT id, identification_number FROM person ORDER BY id",
    )
  ).map((row) => `${row.id} ${row.identification_number}`);

describe.each(dialects)("on %s, identification numbers", (dialect) => {
  const started = async () => {
    const target = await startDatabase("households", dialect);
    await importText(target, "members", lines(member("a", { number: one }), member("b", { number: two })));
    return target;
  };
  const others = Array.from({ length: 2_100 }, (_, index) => member(`x${index}`, {}));

  test.each([
    ["in neighboring lines", []],
    ["in lines far apart", others],
  ])("can be swapped within one file, %s", async (_, between) => {
    await using target = await started();
    const content = lines(member("a", { number: two }), ...between, member("b", { number: one }));
    const isPartial = { rejectsPath: file("") };
    expect(await importText(target, "members", content, isPartial)).toMatchObject({
      updated: 2,
      rejected: 0,
    });
    expect((await numbers(target)).slice(0, 2)).toEqual([`a ${two}`, `b ${one}`]);
  });

  test("can be passed on to a new row, and taken away", async () => {
    await using target = await started();
    const content = lines(member("c", { number: one }), member("a", {}), member("b", { number: two }));
    expect(await importText(target, "members", content)).toMatchObject({
      inserted: 1,
      updated: 1,
      unchanged: 1,
    });
    expect(await numbers(target)).toEqual(["a null", `b ${two}`, `c ${one}`]);
  });

  test("cannot be taken from a row that the file leaves as it is", async () => {
    await using target = await started();
    const content = lines(member("a", { number: two }), member("c", {}));
    const { rejections } = await importText(target, "members", content);
    expect(rejections).toEqual([
      {
        line: 2,
        column: "identification_number",
        expected: "another value than a row on record has",
        found: null,
      },
    ]);
    expect(await numbers(target)).toEqual([`a ${one}`, `b ${two}`]);
  });

  test("of a rejected line free no number: with a file for them, both lines go there", async () => {
    await using target = await started();
    const bad = member("b", { number: one }).replace("MALE", "Nam");
    const content = lines(member("a", { number: two }), bad, member("c", {}));
    const result = await importText(target, "members", content, { rejectsPath: file("") });
    expect(result).toMatchObject({ inserted: 1, rejected: 2 });
    expect(await numbers(target)).toEqual([`a ${one}`, `b ${two}`, "c null"]);
  });

  test("the codes of households can be swapped too, with their index by unit", async () => {
    await using target = await startDatabase("households", dialect);
    await importFixtures(target, "households");
    const swapped = fixture("households", "households")
      .replace("00001-00001", "x")
      .replace("00002-00001", "00001-00001")
      .replace("h1,x", "h1,00002-00001");
    expect(await importText(target, "households", swapped)).toMatchObject({ updated: 2, rejected: 0 });
    const [row] = await target.query<{ units: unknown }>(
      "SELECT COUNT(*) AS units FROM household_unit WHERE code LIKE ' %'",
    );
    expect(Number(row?.units)).toBe(0);
  });
});

describe("a household has one living head:", () => {
  const head = { household: "h1", role: "HEAD" };
  const expected = /^one living HEAD for a household: (line 2|a row on record) is another$/;

  test("a second one in the file, or beside one on record, is rejected", async () => {
    await using target = await startWith();
    const both = await importText(target, "members", lines(member("a", head), member("b", head)));
    expect(both.rejections).toMatchObject([{ line: 3, column: "relationship_to_head" }]);
    await importText(target, "members", lines(member("a", head)));
    const second = await importText(target, "members", lines(member("c", {}), member("b", head)));
    for (const { rejections } of [both, second])
      expect(rejections).toMatchObject([
        { line: 3, column: "relationship_to_head", expected: expect.stringMatching(expected) },
      ]);
  });

  test("who dies or hands over makes room for another, in any order, and the living one is the head", async () => {
    await using target = await startWith(member("a", head));
    const died = lines(member("b", head), member("a", { ...head, isAlive: "no" }));
    expect(await importText(target, "members", died)).toMatchObject({ inserted: 1, updated: 1 });
    expect(await target.query("SELECT head_id FROM household WHERE id = 'h1'")).toEqual([{ head_id: "b" }]);
    const handed = lines(member("c", head), member("b", { ...head, role: "PARENT" }));
    expect(await importText(target, "members", handed)).toMatchObject({ rejected: 0 });
    expect(await target.query("SELECT head_id FROM household WHERE id = 'h1'")).toEqual([{ head_id: "c" }]);
  });
});

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

test("a line of a person who cannot be so is rejected", async () => {
  await using target = await startWith();
  const { rejections } = await importText(
    target,
    "members",
    lines(
      member("a", {}).replace("1980-01-01", "2199-01-01"),
      member("b", {}).replace("1980-01-01", "1850"),
      member("c", { number: "001180000001" }),
      member("d", { number: "001280000001" }),
      member("e", { number: "001081000001" }),
      member("f", { isAlive: "no" }).replace("1980-01-01", "1850"),
    ),
  );
  expect(rejections.map(({ line, column }) => `${line} ${column}`)).toEqual([
    "2 birth_date",
    "3 birth_date",
    "4 identification_number",
    "5 identification_number",
    "6 identification_number",
  ]);
});
