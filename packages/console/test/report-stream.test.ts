import { expect, test } from "vitest";
import { ReportStream, type Row } from "../src/run/report-stream.js";

const report = {
  report: "a",
  title: { en: 'rows: "[[', vi: "hàng \\" },
  parameters: { rows: [[1]], list: ["x"] },
  columns: [{ name: "a,b", values: [[1], [2]] }, { name: 'quo"te' }],
  rows: [["[", 1, null], ['"]},\\', true, "đồng"], [], ['\u{1F600}\\"', -0.5, "a; b"]],
  errors: [{ code: "X", columns: ["a"] }],
  isComplete: false,
};

function read(text: string, size: number) {
  const stream = new ReportStream();
  const rows: Row[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...stream.push(text.slice(at, at + size)));
  return { rows, parts: stream.end() };
}

const { rows, ...parts } = report;

test("a report is read the same however its text is cut into pieces, and however it is written", () => {
  for (const text of [JSON.stringify(report), JSON.stringify(report, null, 2)])
    for (let size = 1; size <= 40; size++) expect(read(text, size), `${size}`).toEqual({ rows, parts });
});

test("a row is there as soon as its last character is", () => {
  const stream = new ReportStream();
  expect(stream.push('{"report":"a","rows":[[1,"x"],[2')).toEqual([[1, "x"]]);
  expect(stream.push(',"y"]')).toEqual([[2, "y"]]);
});

test("a report that is cut off anywhere has no end", () => {
  const text = JSON.stringify(report);
  for (let end = 0; end < text.length; end++) expect(read(text.slice(0, end), 7).parts).toBeUndefined();
});

test("what is kept does not grow with the rows", () => {
  const stream = new ReportStream();
  stream.push('{"rows":[[0]');
  const before = JSON.stringify(stream).length;
  for (let row = 0; row < 1000; row++) stream.push(`,[${row},"${"x".repeat(100)}"]`);
  expect(stream.kept).toBeLessThan(10);
  expect(JSON.stringify(stream).length).toBe(before);
});
