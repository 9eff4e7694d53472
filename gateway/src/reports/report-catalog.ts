import { existsSync } from "node:fs";
import { join } from "node:path";
import { storedDocuments } from "@an-sinh/server/stored-documents";
import { GraphQLError } from "graphql";
import type { GraphFacts } from "./graph-facts.js";
import { HeaderError } from "./header-text.js";
import { readReport, type Choices, type ReadOperation, type Report, type StoredOperation } from "./report.js";

/** The reports of a graph, by their names. */
export interface ReportCatalog {
  readonly reports: ReadonlyMap<string, Report>;
  /** The operations that list values to choose from. */
  readonly choices: ReadonlyMap<string, Choices>;
  /** What is wrong with operations that are left out: each names its file. */
  readonly problems: readonly string[];
}

export const noReports: ReportCatalog = { reports: new Map(), choices: new Map(), problems: [] };

/** The reports among the operations of a folder. Choices are in its folder "choices". Throws where it cannot be read. */
export function readCatalog(folder: string, facts: GraphFacts): ReportCatalog {
  const problems: string[] = [];
  const read = (stored: StoredOperation): readonly ReadOperation[] => {
    try {
      return [readReport(stored, facts)].filter((found) => found !== undefined);
    } catch (error) {
      if (!(error instanceof HeaderError || error instanceof GraphQLError)) throw error;
      problems.push(error.message);
      return [];
    }
  };
  const below = join(folder, "choices");
  const choices = new Map(
    (existsSync(below) ? storedDocuments(below) : [])
      .flatMap(read)
      .flatMap((found) => (found.kind === "choices" ? [[found.choices.name, found.choices] as const] : [])),
  );
  const reports = new Map<string, Report>();
  for (const stored of storedDocuments(folder)) {
    for (const found of read(stored)) {
      if (found.kind !== "report") continue;
      const unknown = found.report.parameters.find(
        ({ choices: name }) => name !== null && !choices.has(name),
      );
      if (unknown)
        problems.push(`${stored.file}: expected an operation choices/${unknown.choices}.graphql that fits`);
      else reports.set(stored.name, found.report);
    }
  }
  return { reports, choices, problems };
}

/** What `GET /reports` says of a report. */
export const describeReport = ({ name, header, ...report }: Report) => ({
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
  scopes: report.scopes,
});
