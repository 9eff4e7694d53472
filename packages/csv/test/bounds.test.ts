import { openCsv } from "@an-sinh/csv/csv/read-csv";
import { expect, test } from "vitest";
import { fixture, file } from "./support/files.js";
import { departments } from "./support/database.js";

const columns = departments[0]?.kinds.find(({ name }) => name === "territory")?.columns ?? [];
const header = fixture("households", "territory").split("\n")[0] ?? "";

async function readAll(content: string): Promise<void> {
  const csv = await openCsv(file(content), columns);
  for await (const lines of csv.batches(100)) void lines;
}

const long = 2 * 1024 * 1024;

test.each([
  ["a first line without end", "a".repeat(long), /longer than 64 kB/],
  ["a first line of many cells", ",".repeat(long), /longer than 64 kB/],
  ["blank lines without end", "\n".repeat(long), /longer than 64 kB/],
  ["120,000 columns", `${header},${"x,".repeat(120_000)}\n`, /longer than 64 kB/],
  ["a line of many cells", `${header}\n${",".repeat(long)}\n`, /a line is longer than 1 MB/],
  ["a line without end", `${header}\n${"a".repeat(long)}`, /a line is longer than 1 MB/],
])("a file with %s is refused before it is taken apart", async (_, content, message) => {
  await expect(readAll(content)).rejects.toThrow(message);
});

test("of many unknown columns only the first are told", async () => {
  await expect(readAll(`${header}${",x".repeat(5_000)}\n`)).rejects.toThrow(/22, and 4980 others\nExpected/);
});
