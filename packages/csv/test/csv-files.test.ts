import { describe, expect, test } from "vitest";
import { startDatabase } from "./support/database.js";
import { fixture, importFixtures, importText } from "./support/files.js";

const text = fixture("households", "members");
const header = text.split("\n")[0] ?? "";
const semicolons = (content: string) => content.replaceAll(",", ";");

/** With a blank column before the others and two after them. The third and the fourth line are one record. */
const beside = (content: string) =>
  content
    .trimEnd()
    .split("\n")
    .map((line, index) => `${index === 3 ? "" : ","}${line}${index === 2 ? "" : ",,"}\n`)
    .join("");

/** A file of members whose households are on record. */
async function imported(content: string | Uint8Array) {
  await using target = await startDatabase("households");
  await importFixtures(target, "households");
  const result = await importText(target, "members", content);
  const rows = await target.query<{ full_name: string }>("SELECT full_name FROM person ORDER BY id");
  return { ...result, names: rows.map((row) => row.full_name) };
}

const names = ["Nguyễn Thị Bích", "Trần\nVăn Đức", "Đinh Văn Ước", "-Không rõ"];

describe("a file is read whether", () => {
  test.each([
    ["it has a byte order mark", `\ufeff${text}`],
    ["its lines end with CR LF", text.replaceAll("\n", "\r\n")],
    ["its columns are divided by semicolons", semicolons(text)],
    ["its letters are decomposed", text.normalize("NFD")],
    ["it has blank lines", text.replace("\np3", `\n\n${",".repeat(10)}\np3`)],
    ["its last line lacks a line break, but is complete", text.trimEnd()],
    ["its cells have space around them", text.replace("p1,h1,Nguyễn", " p1 ,h1,  Nguyễn")],
    ["a first line states the sign between cells", `sep=;\n${semicolons(text)}`],
    ["a first line with a byte order mark states it", `\ufeff"sep=;"\r\n${semicolons(text)}`],
    ["its columns are divided by tabs", text.replaceAll(",", "\t")],
    ["its lines end with CR", text.replaceAll("\n", "\r")],
    ["blank lines stand before its header", `\n,,,\n${text}`],
    ["blank columns stand beside its columns", beside(text)],
    ["its header is quoted and spaced", text.replace("id,household_id", '" id ","household_id\u00a0"')],
    [
      "its cells have spaces that do not break around them",
      text.replace("p3,h2,Đinh", "\u00a0p3,h2,\u00a0Đinh"),
    ],
    ["all of its cells are quoted", text.replace("p1,h1", '"p1","h1"')],
  ])("%s", async (_, content) => {
    const result = await imported(content);
    expect(result.rejections).toEqual([]);
    expect(result.names).toEqual(names);
  });

  test("its columns stand in another order", async () => {
    const columns = header.split(",").toReversed().join(",");
    const { names: found } = await imported(`${columns}\nyes,no,no,HEAD,Kinh,,,,Lê Văn Tám,h1,p7\n`);
    expect(found).toEqual(["Lê Văn Tám"]);
  });
});

test("line numbers count the lines before the header", async () => {
  await using target = await startDatabase("households");
  const bad = `sep=;\n\n${semicolons(text).replace("FEMALE", "Nữ")}`;
  const { rejections } = await importText(target, "members", bad);
  expect(rejections.find(({ column }) => column === "sex")).toMatchObject({ line: 4, column: "sex" });
});

test("what stands in a column without a name is not left out silently", async () => {
  await using target = await startDatabase("households");
  const { rejections } = await importText(target, "members", `${header},\np1,,Lê,,,,,,no,no,yes,x\n`);
  expect(rejections).toMatchObject([{ line: 2, column: "(whole line)", found: "12 cells" }]);
});

const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, "utf16le");
/** As TCVN3 and Windows-1258 have it: bytes that are not UTF-8. */
const legacy = Buffer.from(text.replaceAll(/[^\n -~]/g, "\u00ae"), "latin1");

describe("a file is refused as a whole if", () => {
  test.each([
    ["it is empty", "", /is empty/],
    ["it is in UTF-16", utf16(text), /UTF-16.*CSV UTF-8/],
    ["it is in TCVN3 or Windows-1258", legacy, /not in UTF-8/],
    ["it is a spreadsheet", Buffer.from("PK\u0003\u0004 and so on"), /spreadsheet/],
    ["a column is missing", text.replace(",sex", ""), /missing: sex/],
    ["a column is there twice", text.replace("sex,", "sex,sex,"), /there twice: sex/],
    ["a column is unknown", text.replace("sex,", "sex,gender,"), /unknown, by its place in the line: 7/],
    ["it was cut off within a cell", text.slice(0, -12), /ends in the middle of line 6/],
    [
      "it was cut off within a line",
      text.slice(0, text.lastIndexOf("p4") + 5),
      /ends in the middle of line 6/,
    ],
    ["it was cut off within quotation marks", text.slice(0, text.indexOf("Văn Đức")), /cut off/],
    ["a quotation mark stands within a cell", text.replace("Thị", 'T"hị'), /line 2: a "/],
  ])("%s", async (_, content, message) => {
    await expect(imported(content)).rejects.toThrow(message);
  });

  test("the middle of it is not UTF-8: what stands before is not stored either", async () => {
    await using target = await startDatabase("households");
    await importFixtures(target, "households");
    const line = (id: number) => `q${id},h1,Lê Văn Tám,,,,,,no,no,yes\n`;
    const many = Array.from({ length: 30_000 }, (_, id) => line(id)).join("");
    const content = Buffer.concat([Buffer.from(`${header}\n${many}`), Buffer.from([0xd0, 0x41, 0x0a])]);
    await expect(importText(target, "members", content)).rejects.toThrow(/not in UTF-8/);
    expect(await target.query("SELECT id FROM person")).toEqual([]);
  });

  test("a quotation mark is never closed, without reading all of it into memory", async () => {
    const rest = "p9,h1,Lê,,,,,,no,no,yes\n".repeat(100_000);
    await expect(imported(`${header}\np1,h1,"Lê\n${rest}`)).rejects.toThrow(/not closed/);
  });
});
