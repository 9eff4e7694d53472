import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file with a document. */
export interface StoredDocument {
  /** The name of the file without its ending. */
  readonly name: string;
  /** The path of the file. */
  readonly file: string;
  readonly text: string;
}

const ending = ".graphql";

/** The files in a folder that end in .graphql, in the order of their names. Those in folders below are not read. */
export const storedDocuments = (folder: string): readonly StoredDocument[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => {
      const file = join(folder, name);
      return { name: name.slice(0, -ending.length), file, text: readFileSync(file, "utf8") };
    });
