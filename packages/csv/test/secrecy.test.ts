import { readFileSync } from "node:fs";
import { openCsv } from "@an-sinh/csv/csv/read-csv";
import { withoutValues } from "@an-sinh/csv/import/database-errors";
import { describeRejection } from "@an-sinh/csv/import/rejections";
import { describe, expect, test } from "vitest";
import { departments, dialects, startDatabase } from "./support/database.js";
import { file, fixture, importFixtures, importText } from "./support/files.js";

const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "",
    (error: unknown) => String(error),
  );

/** What no message may hold. Nothing else in a message reads like it. */
const secret = "Bí-mật-7";

test.each(departments)("no value of a bad cell of $name is told", async ({ name, kinds }) => {
  await using target = await startDatabase(name);
  for (const { name: kind, columns } of kinds) {
    const header = columns.map((column) => column.name).join(",");
    const cell = (isShort: boolean) => (isShort ? secret : `${secret}${"x".repeat(900)}`);
    const line = columns.map(({ type }) => cell(type.isPrefixFree)).join(",");
    const rejectsPath = file("");
    const content = `${header}\n${line}\n${secret}\n${line},${secret}\n`;
    const { rejections, rejected } = await importText(target, kind, content, { rejectsPath });
    expect(rejected, kind).toBe(3);
    expect(rejections.map(describeRejection).join("\n"), kind).not.toContain(secret);
    expect(readFileSync(rejectsPath, "utf8"), kind).not.toContain(secret);
  }
});

describe("a file does not tell its cells where it is refused as a whole: when", () => {
  const columns =
    departments.flatMap(({ kinds }) => kinds).find(({ name }) => name === "members")?.columns ?? [];
  const [header = "", first = ""] = fixture("households", "members").split("\n");
  const line = first.replace("Nguyễn", secret);

  test.each([
    ["it has no header", `${line}\n${line}\n`, /does not name the columns: it names none/],
    ["its header has a cell of data", `${header},${secret}\n`, /unknown, by its place in the line: 12/],
    ["a quotation mark stands where none can", `${header}\n${line.replace("-", 'x"')}\n`, /a " stands/],
    ["it was cut off", `${header}\n${line}\n"${secret}`, /cut off/],
    ["its last line was cut off", `${header}\n${line}\n${secret}`, /ends in the middle/],
  ])("%s", async (_, content, expected) => {
    const reading = async () => {
      const csv = await openCsv(file(content), columns);
      for await (const batch of csv.batches(10)) void batch;
    };
    const message = await messageOf(reading());
    expect(message).toMatch(expected);
    expect(message).not.toContain(secret);
  });
});

test.each(dialects)("what the database says on %s of a value does not leave the import", async (dialect) => {
  await using target = await startDatabase("households", dialect);
  await importFixtures(target, "households", "members");
  const insert = target.database.write((manager) =>
    manager.query(
      "INSERT INTO person (id, full_name, identification_number) VALUES ('x', 'Lê', '001180000001')",
    ),
  );
  const message = await messageOf(insert.catch((error: unknown) => Promise.reject(withoutValues(error))));
  expect(message).toMatch(/The database refused to store the file \(\w+/);
  expect(message).not.toContain("001180000001");
});
