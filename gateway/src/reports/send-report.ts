import { Readable } from "node:stream";
import type { AnswerOperation } from "@an-sinh/server/answer-operation";
import { ClientError } from "@an-sinh/server/errors";
import { compressChunks } from "@an-sinh/server/compress-chunks";
import type { ChosenTitles } from "./chosen-titles.js";
import { expectedRows, type Counting } from "./expected-rows.js";
import { codeOf, PageFailure } from "./page-failure.js";
import type { Page } from "./read-pages.js";
import type { Format, ReportQuery } from "./report-query.js";
import type { Report } from "./report.js";
import { writeCsv } from "./write-csv.js";
import { writeJson } from "./write-json.js";
import { writeXlsx } from "./xlsx/write-xlsx.js";

type HttpRequest = Parameters<AnswerOperation>[1];
type HttpReply = Parameters<AnswerOperation>[2];

/** A table that is sent to one client. */
export interface SentReport {
  readonly report: Report;
  readonly format: Format;
  readonly query: ReportQuery;
  readonly pages: AsyncGenerator<Page, void, undefined>;
  readonly counting: Counting;
  readonly chosenTitles: () => Promise<ChosenTitles>;
}

const mediaTypes = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** Sends a report page by page, as the client reads it. Rejects where the first page fails. */
export async function sendReport(
  request: HttpRequest,
  reply: HttpReply,
  sent: SentReport,
): Promise<HttpReply> {
  const { report, format, pages } = sent;
  const first = await pages.next();
  if (!first.done) await tellExpected(request, reply, sent, first.value);
  void reply.header("accept-ranges", "none").type(mediaTypes[format]);
  if (format !== "json")
    void reply.header("content-disposition", `attachment; filename="${report.name}.${format}"`);
  const all = (async function* beginWith() {
    if (!first.done) yield first.value;
    yield* pages;
  })();
  const told = tellingFailure(write(all, sent), reply, sent);
  // XLSX is compressed by itself.
  const chunks = format === "xlsx" ? told : compressChunks(request, reply, told);
  // It has the status and the headers that GET would have.
  if (request.method === "HEAD") return reply.send();
  // A chunk is made when the one before has left. Where that fails, the connection is cut.
  return reply.send(Readable.from(chunks, { objectMode: true, highWaterMark: 1 }));
}

/** How a client asks for a number that it can compare its rows with. */
const counted = "count=estimated";

async function tellExpected(
  { headers }: HttpRequest,
  reply: HttpReply,
  { report, counting }: SentReport,
  first: Page,
): Promise<void> {
  const preferences = String(headers["prefer"] ?? "").split(/[,;]/);
  if (!preferences.some((preference) => preference.trim().toLowerCase() === counted)) return;
  const rows = await expectedRows(report, first, counting);
  if (rows !== undefined) void reply.header("preference-applied", counted).header("x-expected-rows", rows);
}

function write(
  pages: AsyncIterable<Page>,
  { report, format, query, chosenTitles }: SentReport,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  const { language, hasMark, variables: parameters } = query;
  switch (format) {
    case "csv":
      return writeCsv(pages, { columns: report.columns, language, hasMark });
    case "json":
      return writeJson(pages, report, parameters);
    case "xlsx":
      return writeXlsx(pages, { report, language, parameters, chosenTitles, madeAt: new Date() });
  }
}

/** The client only sees that its connection is cut, so the log says why. */
async function* tellingFailure(
  chunks: AsyncIterable<string | Uint8Array>,
  { log, request }: HttpReply,
  { report, counting }: SentReport,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    const facts = { requestId: request.id, report: report.name, ...reasonOf(error) };
    if (!counting.signal.aborted) log.warn(facts, "A report was cut, because a part of it failed.");
    throw error;
  }
}

/** Of what is no error for clients, the stack says more. */
function reasonOf(error: unknown): {
  readonly codes?: readonly string[];
  readonly stack?: string | undefined;
} {
  if (error instanceof PageFailure) return { codes: [...new Set(error.errors.map(codeOf))] };
  if (error instanceof ClientError) return { codes: [codeOf(error)] };
  return { codes: ["INTERNAL"], stack: error instanceof Error ? error.stack : String(error) };
}
