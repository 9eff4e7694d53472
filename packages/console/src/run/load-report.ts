import { paced } from "./paced.js";
import { noRun, readPartialErrors, readRefusal, type ReportRun } from "./report-run.js";
import { ReportStream, type Row } from "./report-stream.js";

/** How often the page is told of new rows, in milliseconds. */
const pace = 120;

export interface ReportRequest {
  readonly url: string;
  readonly token: string | undefined;
  readonly signal: AbortSignal;
  readonly show: (run: ReportRun) => void;
}

/** Headers of a request for the caller. */
export const headersFor = (token: string | undefined): Record<string, string> =>
  token ? { authorization: `Bearer ${token}` } : {};

/** Asks for a report and shows it while it arrives. Never rejects: what goes wrong is shown. */
export async function loadReport({ url, token, signal, show }: ReportRequest): Promise<void> {
  show({ ...noRun, status: "loading" });
  let response: Response;
  try {
    const headers = { ...headersFor(token), prefer: "count=estimated" };
    response = await fetch(url, { headers, signal });
    if (!response.ok || !response.body) {
      const refusal = readRefusal(response.status, await response.text());
      return show({ ...noRun, status: "failed", refusal });
    }
  } catch {
    if (!signal.aborted) show({ ...noRun, status: "failed", refusal: { status: 0, problems: [] } });
    return;
  }
  const expected = expectedRows(response.headers);
  await showRows(response.body, signal, (run) => show({ ...run, expected }));
}

/** Some reports cannot say, and an older gateway does not. */
function expectedRows(headers: Headers): number | undefined {
  const rows = headers.get("x-expected-rows");
  return rows === null ? undefined : Number(rows);
}

async function showRows(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  show: ReportRequest["show"],
): Promise<void> {
  const rows: Row[] = [];
  const stream = new ReportStream();
  const showAll = (status: ReportRun["status"], errors: ReportRun["errors"] = []) =>
    show({ status, rows, count: rows.length, errors });
  const { note, end } = paced(() => showAll("loading"), pace);
  try {
    const reader = body
      .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
      .getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      for (const row of stream.push(part.value)) rows.push(row);
      note();
    }
  } catch {
    return showAll(signal.aborted ? "stopped" : "cut");
  } finally {
    end();
  }
  const parts = stream.end();
  showAll(parts ? "done" : "cut", readPartialErrors(parts?.["errors"]));
}
