import { readFile } from "node:fs/promises";
import { readHead, type ChainHead } from "./audit-entry.js";
import { chainsIn, readLogFile } from "./audit-folder.js";

const headLine = /^(\S+) (\d{1,15}) ([0-9a-f]{64})$/;

/** One line for each chain: its name, the number of its last entry, and the hash of that. */
export async function writeHeads(folders: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const { head } of (await Promise.all(folders.map(chainsIn))).flat()) {
    const found = head === undefined ? undefined : readHead(await readLogFile(head));
    if (found) lines.push(`${found.chain} ${found.seq} ${found.hash}\n`);
  }
  return lines.join("");
}

/** Reads what `writeHeads` wrote. Throws where a line is another one. */
export async function readKeptHeads(path: string): Promise<readonly ChainHead[]> {
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line, index) => {
    const [, chain, seq, hash] = headLine.exec(line) ?? [];
    if (chain === undefined || hash === undefined)
      throw new Error(`${path}:${index + 1}: expected the name of a chain, a number and a hash`);
    return { chain, seq: Number(seq), hash };
  });
}
