import { readdirSync, readFileSync } from "node:fs";

/** A stored operation: a document under schema/operations/ that reports and tests share. */
export interface StoredOperation {
  readonly name: string;
  readonly document: string;
}

const folder = new URL("../../schema/operations/", import.meta.url);

/** Every stored operation, in the order of the file names. */
export function storedOperations(): StoredOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .toSorted()
    .map((file) => ({
      name: file.replace(".graphql", ""),
      document: readFileSync(new URL(file, folder), "utf8"),
    }));
}

/** One stored operation. Throws when there is none of that name. */
export function storedOperation(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, folder), "utf8");
}
