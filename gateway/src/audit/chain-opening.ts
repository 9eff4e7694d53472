import { readLine, readOpening, type OpeningEntry } from "./audit-entry.js";
import type { ChainFiles } from "./audit-folder.js";
import { firstLineOf } from "./audit-lines.js";

/** What the first line of a chain says, which is not verified. Undefined: it is no opening, or is not whole. */
export async function findOpening({ files: [first] }: ChainFiles): Promise<OpeningEntry | undefined> {
  const text = first === undefined ? undefined : await firstLineOf(first);
  const line = text === undefined ? undefined : readLine(text);
  return line && readOpening(line.body);
}
