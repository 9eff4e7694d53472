import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ExplainedError } from "@an-sinh/command-line/explained-error";
import { hashOf } from "@an-sinh/server/persisted-queries";
import { storedDocuments } from "@an-sinh/server/stored-documents";
import type { Manifest } from "@an-sinh/server/trusted-documents";
import { buildSchema, getOperationAST, Kind, parse, validate, type DocumentNode } from "graphql";

const schemaFolder = new URL("../../../schema/", import.meta.url);
const operationsFolder = new URL("operations/", schemaFolder);

/** The operations in schema/operations/ and in files of clients, each file one document. Throws with every problem. */
export async function buildManifest(clientFiles: readonly string[]): Promise<Manifest> {
  const schema = buildSchema(await readFile(new URL("api.graphql", schemaFolder), "utf8"));
  const stored = storedDocuments(fileURLToPath(operationsFolder)).map(({ file }) => file);
  const problems: string[] = [];
  const operations = new Map<string, Manifest["operations"][number]>();
  for (const file of [...stored, ...clientFiles]) {
    try {
      const body = await readFile(file, "utf8");
      const document = parse(body);
      problems.push(...validate(schema, document).map(({ message }) => `${file}: ${message}`));
      operations.set(hashOf(body), { id: hashOf(body), body, ...describe(document) });
    } catch (error) {
      problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (problems.length > 0) throw new ExplainedError(["No manifest was written:", ...problems].join("\n  "));
  return { format: "apollo-persisted-query-manifest", version: 1, operations: [...operations.values()] };
}

/** The name and type of the only operation, or the names of several. */
function describe(document: DocumentNode): { readonly name: string; readonly type: string } {
  const names = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? "anonymous"] : [],
  );
  if (names.length === 0) throw new Error("expected an operation");
  return { name: names.join(", "), type: getOperationAST(document)?.operation ?? "query" };
}
