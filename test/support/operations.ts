import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { storedDocuments } from "@an-sinh/server/stored-documents";

/** A stored operation: a document under schema/operations/ that reports and tests share. */
export interface StoredOperation {
  readonly name: string;
  readonly document: string;
}

const folder = new URL("../../schema/operations/", import.meta.url);

/** Every stored operation, in the order of the file names. */
export const storedOperations = (): StoredOperation[] =>
  storedDocuments(fileURLToPath(folder)).map(({ name, text }) => ({ name, document: text }));

/** One stored operation. Throws when there is none of that name. */
export function storedOperation(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, folder), "utf8");
}
