import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "./support/database.js";
import { file, fixture, importFixtures, importText } from "./support/files.js";

const members = fixture("households", "members");
const header = members.split("\n")[0] ?? "";
const good = "p8,h1,Lê Văn Tám,001080000008,1980-01-01,MALE,Kinh,CHILD,no,no,yes";
const withLines = (...lines: readonly string[]) => `${[header, ...lines].join("\n")}\n`;

async function started(): Promise<TestDatabase> {
  const target = await startDatabase("households");
  await importFixtures(target, "households", "members");
  return target;
}

const people = (target: TestDatabase) => target.query("SELECT * FROM person ORDER BY id");

async function rejectionsOf(...lines: readonly string[]) {
  await using target = await started();
  const before = await people(target);
  const { rejections } = await importText(target, "members", withLines(...lines));
  expect(await people(target)).toEqual(before);
  return rejections;
}

describe("a line is rejected, by line, column and what was expected, and nothing is stored, if", () => {
  test.each([
    ["a day is not in the calendar", "1980-01-01", "1981-02-29", "birth_date", /YYYY-MM-DD/],
    ["a value is not one of the known", "MALE", "Nam", "sex", /one of FEMALE, MALE/],
    ["a required cell is blank", "Lê Văn Tám", "", "full_name", /text/],
    ["what it refers to is not on record", "h1", "h77", "household_id", /id of a household/],
    [
      "a number that is unique belongs to another",
      "001080000008,1980-01-01,MALE",
      "001180000001,1980-01-01,FEMALE",
      "identification_number",
      /another value than a row on record/,
    ],
    ["a text is too long", "Kinh", "K".repeat(61), "ethnic_group", /at most 60/],
    ["a text has control characters", "Kinh", "Ki\u0007nh", "ethnic_group", /text/],
  ])("%s", async (_, from, to, column, expected) => {
    const [first] = await rejectionsOf(
      good.replaceAll("p8", "p9").replace("001080000008", ""),
      good.replace(from, to),
    );
    expect(first).toMatchObject({ line: 3, column, expected: expect.stringMatching(expected) });
  });

  test("it has too few cells", async () => {
    const [first] = await rejectionsOf("p8,h1,Lê", good);
    expect(first).toEqual({ line: 2, column: "(whole line)", found: "3 cells", expected: "11 cells" });
  });

  test("it has the key, or a unique value, of a line above", async () => {
    const rejections = await rejectionsOf(good, good, good.replace("p8", "p9"));
    expect(rejections).toEqual([
      { line: 3, column: "id", found: null, expected: "another key than line 2 has" },
      expect.objectContaining({ line: 3, column: "identification_number" }),
      expect.objectContaining({ line: 4, column: "identification_number" }),
    ]);
  });
});

test("line numbers count the line breaks within cells", async () => {
  const rejections = await rejectionsOf(
    good.replace("Lê Văn Tám", '"Lê\n\nTám"'),
    good.replace("p8,h1", "p9,h9"),
  );
  expect(rejections[0]).toMatchObject({ line: 5, column: "household_id" });
});

test("with a file for them, the good lines are stored and the others written there", async () => {
  await using target = await started();
  const rejectsPath = file("");
  const lines = [good, good.replace("p8,h1", "=p9,h9"), good.replace("p8", "p7").replace("001080000008", "")];
  const result = await importText(target, "members", withLines(...lines), { rejectsPath });
  expect(result).toMatchObject({ inserted: 2, rejected: 1 });
  expect(readFileSync(rejectsPath, "utf8")).toBe(
    "line,column,expected,found\n3,household_id,the id of a household that is on record,\n",
  );
});

test("a dry run says what would be stored, and stores nothing", async () => {
  await using target = await started();
  const before = await people(target);
  const content = `${members.replace("Không rõ", "Lê Văn Tám")}${good}\n`;
  const result = await importText(target, "members", content, { isDryRun: true });
  expect(result).toMatchObject({ inserted: 1, updated: 1, unchanged: 3, rejected: 0 });
  expect(await people(target)).toEqual(before);
});

test("of what is on record, only the lines that differ are updated", async () => {
  await using target = await started();
  const content = members.replace("Không rõ", "Lê Văn Tám");
  expect(await importText(target, "members", content)).toMatchObject({
    inserted: 0,
    updated: 1,
    unchanged: 3,
  });
});

test("a commune that was made of several needs the code of one of them", async () => {
  await using target = await startDatabase("households");
  await importFixtures(target);
  const content = fixture("households", "households").replace("00001,00001,Tổ", "00001,,Tổ");
  const { rejections } = await importText(target, "households", content);
  expect(rejections[0]).toMatchObject({ column: "former_commune_code", found: "a blank" });
  const single = fixture("households", "households").replace("00003,00003,,", "00003,,,");
  expect((await importText(target, "households", single)).rejected).toBe(0);
});

test("a row may refer to one of its own kind that stands above, not below", async () => {
  await using target = await startDatabase("meritorious-service");
  await importFixtures(target);
  const [first = "", ...rest] = fixture("meritorious-service", "records").trimEnd().split("\n");
  const { rejections } = await importText(target, "records", `${[first, ...rest.toReversed()].join("\n")}\n`);
  expect(rejections).toEqual([expect.objectContaining({ line: 2, column: "relative_of_id" })]);
});

test("a key of several columns is not given twice either", async () => {
  await using target = await startDatabase("housing-projects");
  await importFixtures(target, "projects");
  const content = `${fixture("housing-projects", "completions")}s1,2,1,2020-01-01\n`;
  const { rejections } = await importText(target, "completions", content);
  expect(rejections).toMatchObject([
    { line: 5, column: "project_id", expected: "another key than line 3 has" },
  ]);
});
