import {
  chainHash,
  keyId,
  readHead,
  readLine,
  readOpening,
  type AuditKey,
  type ChainHead,
} from "./audit-entry.js";
import { readLogFile, type ChainFiles } from "./audit-folder.js";
import type { LogLine } from "./audit-lines.js";

/** What is wrong with a log, and where. */
export interface Finding {
  /** The chain, or the file and the number of its line. */
  readonly where: string;
  readonly what: string;
}

/** How far a chain was, and who says so. */
export interface StatedPlace extends ChainHead {
  readonly by: string;
}

/** Goes through one chain, line by line. After a fault it goes on from what the line says. */
export class ChainCheck {
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
    const text = head === undefined ? "" : await readLogFile(head);
    if (files.length > 0 && this.entries === 0 && text === "" && this.#stated.length === 0) {
      this.notes.push({ where: chain, what: "was begun, and nothing was written" });
      return;
    }
    if (files.length === 0) this.findings.push({ where: chain, what: "has no entries, only a head" });
    const places: StatedPlace[] = [...this.#stated];
    const read = readHead(text);
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
