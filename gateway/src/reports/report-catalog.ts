import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { storedDocuments, type OnUnreadable, type StoredDocument } from "@an-sinh/server/stored-documents";
import type { GraphFacts } from "./graph-facts.js";
import { HeaderError } from "./header-text.js";
import { readReport } from "./read-report.js";
import type { Choices, ReadOperation, Report } from "./report.js";

/** The reports of a graph, by their names. */
export interface ReportCatalog {
  readonly reports: ReadonlyMap<string, Report>;
  /** The operations that list values to choose from. */
  readonly choices: ReadonlyMap<string, Choices>;
  /** What is wrong with operations that are left out: each names its file. */
  readonly problems: readonly string[];
}

export const noReports: ReportCatalog = { reports: new Map(), choices: new Map(), problems: [] };

/**
 * The reports among the operations of a folder. Choices are in its folder "choices". Rejects where it cannot be read; a file
 * that cannot be is left out. A file takes some milliseconds, and requests are answered between two of them.
 */
export async function readCatalog(folder: string, facts: GraphFacts): Promise<ReportCatalog> {
  const problems: string[] = [];
  const leaveOut = (problem: string) => void problems.push(problem);
  const choices = new Map<string, Choices>();
  for await (const { found } of readOperations(choicesIn(folder, leaveOut), facts, problems))
    if (found.kind === "choices") choices.set(found.choices.name, found.choices);
  const reports = new Map<string, Report>();
  for await (const { found, file } of readOperations(storedDocuments(folder, leaveOut), facts, problems)) {
    if (found.kind !== "report") continue;
    const { report } = found;
    const unknown = report.parameters.find(({ choices: name }) => name !== null && !choices.has(name));
    if (unknown) problems.push(`${file}: expected an operation choices/${unknown.choices}.graphql that fits`);
    else reports.set(report.name, report);
  }
  return { reports, choices, problems };
}

/** A folder of reports may have none. */
function choicesIn(folder: string, leaveOut: OnUnreadable): readonly StoredDocument[] {
  const below = join(folder, "choices");
  try {
    return storedDocuments(below, leaveOut);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT") leaveOut(`${below}: ${message}`);
    return [];
  }
}

/** Those that have a header and fit. What is wrong with others is added to the problems. */
async function* readOperations(
  documents: readonly StoredDocument[],
  facts: GraphFacts,
  problems: string[],
): AsyncGenerator<{ readonly found: ReadOperation; readonly file: string }, void, undefined> {
  for (const stored of documents) {
    const { file } = stored;
    let found: ReadOperation | undefined;
    try {
      found = readReport(stored, facts);
    } catch (error) {
      // Whatever is in one file, the others are served.
      const { message } = error instanceof Error ? error : new Error(String(error));
      problems.push(error instanceof HeaderError ? message : `${file}: ${message}`);
    }
    if (found) yield { found, file };
    await setImmediate();
  }
}

/** What `GET /reports` answers. It is long, and stays the same until another supergraph comes. */
export function catalogText(catalog: ReportCatalog): string {
  const known = catalogTexts.get(catalog);
  if (known !== undefined) return known;
  const text = JSON.stringify({ reports: [...catalog.reports.values()].map(describeReport) });
  catalogTexts.set(catalog, text);
  return text;
}

const catalogTexts = new WeakMap<ReportCatalog, string>();

/** What it says of a report. */
const describeReport = ({ name, header, ...report }: Report) => ({
  name,
  title: header.title,
  description: header.description,
  parameters: report.parameters.map(({ leaf: _leaf, values, choices, ...parameter }) => ({
    ...parameter,
    choices: values ? { values } : choices ? { url: `/reports/${name}/choices/${parameter.name}` } : null,
  })),
  columns: report.columns,
  charts: report.charts,
  map: header.map ?? null,
  isPaged: report.rows.paging !== undefined,
  ...report.access,
});
