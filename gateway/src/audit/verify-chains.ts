import type { ChainHead } from "./audit-entry.js";
import { chainsIn, type ChainFiles } from "./audit-folder.js";
import { linesOfChain, type LogReading } from "./audit-lines.js";
import { findOpening } from "./chain-opening.js";
import { ChainCheck, type Finding, type StatedPlace } from "./chain-check.js";

export interface VerifyOptions extends LogReading {
  readonly folders: readonly string[];
  /** With the first one, entries are written at present. The others are older. Empty: the chains need no key. */
  readonly keys: readonly string[];
  /** How far chains were at an earlier time, as somebody kept it elsewhere. */
  readonly keptHeads?: readonly ChainHead[];
  /** Is told of each line, whether it is right or not. */
  readonly onLine?: (text: string) => void;
}

export interface Verification {
  readonly chains: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
  /** What is no fault: what a process left unfinished when it was killed. */
  readonly notes: readonly Finding[];
}

/** Reads all chains of the folders, and finds what was altered, removed, inserted or put into another order. */
export async function verifyChains(options: VerifyOptions): Promise<Verification> {
  const chains = (await Promise.all(options.folders.map(chainsIn))).flat();
  const stated = await statedPlaces(chains, options.keptHeads ?? []);
  const findings: Finding[] = [];
  const notes: Finding[] = [];
  let entries = 0;
  for (const files of chains) {
    const check = new ChainCheck(files, options.keys, stated.get(files.chain) ?? []);
    for await (const { file, line } of linesOfChain(files, options)) {
      check.add(file, line);
      options.onLine?.(line.text);
    }
    await check.end();
    entries += check.entries;
    findings.push(...check.findings);
    notes.push(...check.notes);
  }
  const known = new Set(chains.map(({ chain }) => chain));
  for (const [chain, places] of stated) {
    if (!known.has(chain)) findings.push({ where: chain, what: `is missing; ${places[0]?.by} names it` });
  }
  return { chains: chains.length, entries, findings, notes };
}

async function statedPlaces(
  chains: readonly ChainFiles[],
  keptHeads: readonly ChainHead[],
): Promise<ReadonlyMap<string, readonly StatedPlace[]>> {
  const byChain = new Map<string, StatedPlace[]>();
  const add = (place: StatedPlace) => {
    const places = byChain.get(place.chain) ?? [];
    places.push(place);
    byChain.set(place.chain, places);
  };
  for (const head of keptHeads) add({ ...head, by: "the list of kept heads" });
  for (const files of chains) {
    const { after = {} } = (await findOpening(files)) ?? {};
    for (const [chain, place] of Object.entries(after)) add({ chain, ...place, by: files.chain });
  }
  return byChain;
}
