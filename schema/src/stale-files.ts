import { isGeneratedFile } from "./generated-file.js";

/** File name in the schema folder → content. */
export type SchemaFiles = ReadonlyMap<string, string>;

/** One paragraph for each committed file that is not what the code generates, with the first line that differs. */
export function findStaleFiles(generated: SchemaFiles, committed: SchemaFiles): string[] {
  const stale = [...generated].flatMap(([name, content]) =>
    describeDifference(name, content, committed.get(name)),
  );
  const orphans = findOrphans(generated, committed).map(
    (name) => `schema/${name} belongs to no subgraph any more.`,
  );
  return [...stale, ...orphans];
}

/** The files that were generated for a subgraph that is gone. A file written by hand is never among them. */
export function findOrphans(generated: SchemaFiles, committed: SchemaFiles): string[] {
  return [...committed].filter(([name, content]) => isOrphan(name, content, generated)).map(([name]) => name);
}

// supergraph.graphql and api.graphql are not generated while there is a problem, but they must not be removed.
function isOrphan(name: string, content: string, generated: SchemaFiles): boolean {
  const isSubgraph = name.endsWith(".graphql") && name !== "supergraph.graphql" && name !== "api.graphql";
  return isSubgraph && !generated.has(name) && isGeneratedFile(content);
}

function describeDifference(name: string, generated: string, committed: string | undefined): string[] {
  if (committed === undefined) return [`schema/${name} is missing.`];
  if (committed === generated) return [];
  const committedLines = committed.split("\n");
  const generatedLines = generated.split("\n");
  const index = generatedLines.findIndex((line, at) => line !== committedLines[at]);
  const at = index === -1 ? generatedLines.length : index;
  return [
    [
      `schema/${name} is stale, first in line ${at + 1}:`,
      `  committed: ${committedLines[at] ?? "(the file ends here)"}`,
      `  generated: ${generatedLines[at] ?? "(the file ends here)"}`,
    ].join("\n"),
  ];
}
