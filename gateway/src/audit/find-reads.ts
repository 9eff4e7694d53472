import { readReadEntry, readLine, type ReadEntry } from "./audit-entry.js";
import { chainsIn } from "./audit-folder.js";
import { linesOfChain, type LogReading } from "./audit-lines.js";

interface FindOptions extends LogReading {
  readonly folders: readonly string[];
  /** The name of the type. */
  readonly type: string;
  readonly id: string;
}

/** Who read an object, when and why, in the order of the chains. It does not verify them. */
export async function* findReads({ folders, type, id, ...reading }: FindOptions): AsyncGenerator<ReadEntry> {
  const quoted = JSON.stringify(id);
  for (const files of (await Promise.all(folders.map(chainsIn))).flat()) {
    for await (const { line } of linesOfChain(files, reading)) {
      // Parsing takes far longer than the search.
      const body = line.text.includes(quoted) ? readLine(line.text)?.body : undefined;
      const entry = body === undefined ? undefined : readReadEntry(body);
      if (entry?.read[type]?.includes(id)) yield entry;
    }
  }
}
