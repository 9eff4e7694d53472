import { describe, expect, test } from "vitest";
import { dialects, startDatabase, type TestDatabase } from "./support/database.js";
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
