import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file with a document. */
export interface StoredDocument {
  /** The name of the file without its ending. */
  readonly name: string;
  /** The path of the file. */
  readonly file: string;
  readonly text: string;
}

/** Is told of a file that is left out. */
export type OnUnreadable = (problem: string) => void;

const ending = ".graphql";

/** No document is so long. */
const mostBytes = 1024 * 1024;

/**
 * The files in a folder that end in .graphql, in the order of their names. Those in folders below are not read. Throws where
 * one of them cannot be read, unless somebody is told of it.
 */
export const storedDocuments = (
  folder: string,
  onUnreadable: OnUnreadable = refuse,
): readonly StoredDocument[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .flatMap((name) => {
      const file = join(folder, name);
      try {
        return { name: name.slice(0, -ending.length), file, text: readText(file) };
      } catch (error) {
        onUnreadable(`${file}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      }
    });

function refuse(problem: string): never {
  throw new Error(problem);
}

/** What is no file, such as a pipe, may have no end. */
function readText(file: string): string {
  const found = statSync(file);
  if (!found.isFile()) throw new Error("expected a file");
  if (found.size > mostBytes) throw new Error(`expected at most ${mostBytes} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) throw new Error("expected a text in UTF-8", { cause: error });
    throw error;
  }
}
