import { readFile } from "node:fs/promises";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { runCommand } from "@an-sinh/command-line/run-command";
import { UsageError } from "@an-sinh/command-line/usage-error";
import { isHttpUrl, userPath } from "@an-sinh/server/env";
import { askGateway, bodyOf, expectedRowsOf } from "./report/ask-gateway.js";
import { createDownloadProgress } from "./report/download-progress.js";
import { readReportSettings } from "./report/env.js";
import { readReportArguments, type ReportArguments } from "./report/report-arguments.js";
import { writeReportFile } from "./report/report-file.js";
import { createRowCounter, rowsText } from "./report/row-counter.js";

const help = `Usage: npm run report -- NAME --output FILE [--PARAMETER VALUE ...]

Asks a gateway that is running for a report, and writes it into a file: all of it, or nothing. A terminal shows how far
it is; elsewhere nothing is printed unless it fails. The exit code is 0 only when the file is whole.

  NAME               the report; GET /reports of the gateway lists them with their parameters
  --PARAMETER VALUE  a parameter of the report, such as --fromYear 2024; of a list, again for each value
  --output FILE      where to write it, in the place of an earlier file
  --format FORMAT    csv, xlsx or json (default: as the file ends)
  --lang LANGUAGE    en or vi: the language of the titles (default: en)
  --bom true         begin a CSV file so that spreadsheets read it as UTF-8
  --url URL          the gateway (default: the one of HOST and PORT)
  --token-file FILE  the token of whoever asks (default: AN_SINH_TOKEN, or nobody signs in)
  --purpose TEXT     for what data about people are read, where that has to be said
  --help             show this

  npm run report -- poverty-by-commune --fromYear 2023 --lang vi --output poverty.xlsx`;

const mediaTypes = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const;

async function readToken(
  file: string | undefined,
  fallback: string | undefined,
): Promise<string | undefined> {
  const read = (path: string) =>
    readFile(path, "utf8").catch((cause: unknown) => {
      throw new ExplainedError(`--token-file: ${file} cannot be read.`, { cause });
    });
  const token = file === undefined ? fallback : (await read(userPath(file))).trim();
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new ExplainedError(`${file === undefined ? "AN_SINH_TOKEN" : "--token-file"}: expected a token.`);
}

function addressOf({ name, format, parameters, url }: ReportArguments, gateway: string): URL {
  if (url !== undefined && !(isHttpUrl(url) && isBase(new URL(url))))
    throw new UsageError("--url: expected an http or https URL without user, password and query");
  const base = (url ?? gateway).replace(/\/+$/, "");
  const address = new URL(`${base}/reports/${encodeURIComponent(name)}.${format}`);
  address.search = parameters.toString();
  return address;
}

const isBase = ({ username, password, search, hash }: URL): boolean =>
  `${username}${password}${search}${hash}` === "";

async function download(given: ReportArguments, signal: AbortSignal): Promise<void> {
  const settings = readReportSettings();
  const { name, format, output, tokenFile, purpose } = given;
  const url = addressOf(given, settings.gateway);
  const token = await readToken(tokenFile, settings.token);
  const terminal = process.stderr;
  // A schedule sends its user what is printed, every night.
  const isShown = terminal.isTTY;
  const counter = createRowCounter(format);
  await writeReportFile(output, async function* chunks() {
    const mediaType = mediaTypes[format];
    const response = await askGateway({ url, token, purpose, mediaType, isCounted: isShown, signal });
    const progress = createDownloadProgress(terminal, expectedRowsOf(response));
    try {
      for await (const bytes of bodyOf(response, signal)) {
        if (isShown) counter.add(bytes);
        progress.show(counter.rows);
        yield bytes;
      }
    } finally {
      progress.end();
    }
  });
  if (isShown)
    terminal.write(`Wrote ${rowsText(counter.rows)} of ${name} to ${output}, from ${url.origin}.\n`);
}

await runCommand(async (signal) => {
  const argv = process.argv.slice(2);
  if (argv.includes("--help")) {
    console.log(help);
    return 0;
  }
  await download(readReportArguments(argv), signal);
  return 0;
}, "Stopped. Nothing was written.");
