import {
  chainHash,
  keyId,
  readHead,
  readLine,
  readOpening,
  type AuditKey,
  type ChainHead,
} from "./audit-entry.js";
import { chainsIn, readLogFile, type ChainFiles } from "./audit-folder.js";
import { firstLineOf, linesOfChain, type LogLine, type LogReading } from "./audit-lines.js";

/** What is wrong with a log, and where. */
export interface Finding {
  /** The chain, or the file and the number of its line. */
  readonly where: string;
  readonly what: string;
}

export interface VerifyOptions extends LogReading {
  readonly folders: readonly string[];
  /** With the first one, entries are written at present. The others are older. Empty: the chains need no key. */
  readonly keys: readonly string[];
  /** How far chains were at an earlier time, as somebody kept it elsewhere. */
  readonly keptHeads?: readonly ChainHead[];
}

export interface Verification {
  readonly chains: number;
  readonly entries: number;
  readonly findings: readonly Finding[];
  /** What is no fault: lines that a process left unfinished when it was killed. */
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
    for await (const { file, line } of linesOfChain(files, options)) check.add(file, line);
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

/** How far a chain was, and who says so. */
interface StatedPlace extends ChainHead {
  readonly by: string;
}

async function statedPlaces(
  chains: readonly ChainFiles[],
  keptHeads: readonly ChainHead[],
): Promise<ReadonlyMap<string, readonly StatedPlace[]>> {
  const stated: StatedPlace[] = keptHeads.map((head) => ({ ...head, by: "the list of kept heads" }));
  for (const { chain: by, files } of chains) {
    const first = files[0] === undefined ? undefined : await firstLineOf(files[0]);
    const body = first === undefined ? undefined : readLine(first)?.body;
    const after = (body && readOpening(body)?.after) ?? {};
    for (const [chain, place] of Object.entries(after)) stated.push({ chain, ...place, by });
  }
  const byChain = new Map<string, StatedPlace[]>();
  for (const place of stated) byChain.set(place.chain, [...(byChain.get(place.chain) ?? []), place]);
  return byChain;
}

/** Goes through one chain, line by line. After a fault it goes on from what the line says. */
class ChainCheck {
  readonly findings: Finding[] = [];
  readonly notes: Finding[] = [];
  entries = 0;
  readonly #files: ChainFiles;
  readonly #keys: readonly string[];
  readonly #stated: readonly StatedPlace[];
  #key: AuditKey | undefined;
  #seq = -1;
  #hash = "";

  constructor(files: ChainFiles, keys: readonly string[], stated: readonly StatedPlace[]) {
    this.#files = files;
    this.#keys = keys;
    this.#stated = stated;
  }

  add(file: string, { text, number, isWhole }: LogLine): void {
    const where = `${file}:${number}`;
    if (!isWhole) {
      this.notes.push({ where, what: "the line is cut off: its requests were not answered" });
      return;
    }
    const line = readLine(text);
    if (!line) {
      this.findings.push({ where, what: "the line is no entry" });
      return;
    }
    this.entries += 1;
    if (this.#key === undefined) this.#key = this.#open(where, line.body);
    this.#checkOrder(where, line.seq);
    if (line.hash !== chainHash(this.#key, this.#hash, line.body))
      this.findings.push({ where, what: "the entry was altered, or is not the one that followed" });
    for (const { seq, hash, by } of this.#stated) {
      if (seq === line.seq && hash !== line.hash)
        this.findings.push({ where, what: `the entry is another one than ${by} names` });
    }
    this.#seq = line.seq;
    this.#hash = line.hash;
  }

  async end(): Promise<void> {
    const { chain, files, head } = this.#files;
    if (files.length === 0) this.findings.push({ where: chain, what: "has no entries, only a head" });
    const places: StatedPlace[] = [...this.#stated];
    const read = head === undefined ? undefined : readHead(await readLogFile(head));
    if (!read) this.findings.push({ where: chain, what: "has no readable head: its end cannot be checked" });
    else if (read.chain !== chain || !read.isSealedWith(this.#key ?? null))
      this.findings.push({ where: chain, what: "has a head that was altered" });
    else {
      places.push({ ...read, by: "its head" });
      if (read.seq === this.#seq && read.hash !== this.#hash)
        this.findings.push({ where: chain, what: "its last entry is another one than its head names" });
    }
    const last = Math.max(...places.map(({ seq }) => seq));
    const by = places.find(({ seq }) => seq === last)?.by;
    if (last > this.#seq)
      this.findings.push({
        where: chain,
        what: `ends after entry ${this.#seq}, but ${by} names entry ${last}`,
      });
  }

  #checkOrder(where: string, seq: number): void {
    const expected = this.#seq + 1;
    if (seq > expected)
      this.findings.push({ where, what: `entries ${expected} to ${seq - 1} are missing before this line` });
    if (seq < expected) this.findings.push({ where, what: `entry ${seq} comes after entry ${this.#seq}` });
  }

  /** Finds the key of the chain. */
  #open(where: string, body: string): AuditKey {
    const opening = readOpening(body);
    if (opening?.chain !== this.#files.chain) {
      this.findings.push({ where, what: "the chain does not begin with its opening" });
      return this.#keys[0] ?? null;
    }
    if (opening.key === null) {
      if (this.#keys.length > 0)
        this.findings.push({ where, what: "the chain has no key: anyone may have written it" });
      return null;
    }
    const key = this.#keys.find((candidate) => keyId(candidate) === opening.key);
    if (key === undefined)
      this.findings.push({
        where,
        what: `the chain needs the key ${opening.key}, which AUDIT_KEY does not hold`,
      });
    return key ?? null;
  }
}
