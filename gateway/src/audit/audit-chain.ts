import { randomBytes } from "node:crypto";
import { rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import {
  keyId,
  toHead,
  toLine,
  type AuditKey,
  type ChainHead,
  type ChainPlace,
  type ReadEntry,
} from "./audit-entry.js";
import {
  chainName,
  createHeadFile,
  createLogFile,
  headFileName,
  logFileName,
  syncFolder,
} from "./audit-folder.js";

export interface ChainOptions {
  readonly folder: string;
  readonly key: AuditKey;
  /** A file takes no further entries from this size on. */
  readonly maxFileBytes: number;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  readonly onFileEnd?: OnFileEnd | undefined;
}

/** Is told of each file, by the number that it has in its chain, to which nothing is added any more. */
export type OnFileEnd = (chain: string, number: number) => void;

/** The file that is written at present. */
interface CurrentFile {
  readonly handle: FileHandle;
  readonly number: number;
  /** All of them are on the disk. */
  bytes: number;
}

/**
 * The entries of one process and one day (UTC), in files that it alone writes. Each entry's hash covers the one before it,
 * across files. Not safe for calls at the same time.
 */
export class AuditChain {
  readonly name: string;
  readonly #options: ChainOptions;
  readonly #day: string;
  #file: CurrentFile | undefined;
  #headFile: FileHandle | undefined;
  #place: ChainPlace | undefined;
  #isBroken = false;

  private constructor(options: ChainOptions) {
    const now = options.now();
    this.name = chainName(now, `${process.pid}-${randomBytes(4).toString("hex")}`);
    this.#options = options;
    this.#day = dayOf(now);
  }

  /** Begins a chain in a folder that is prepared. `after`: the chains that it continues. */
  static async open(options: ChainOptions, after: readonly ChainHead[]): Promise<AuditChain> {
    const chain = new AuditChain(options);
    try {
      await chain.#begin(after);
      return chain;
    } catch (error) {
      await chain.close();
      for (const name of [logFileName(chain.name, 1), headFileName(chain.name)])
        await rm(join(options.folder, name), { force: true }).catch(() => undefined);
      throw error;
    }
  }

  /** Nothing more can be added: its day is over, or what is in the file is not what was written. */
  get isOver(): boolean {
    return this.#isBroken || this.#day !== dayOf(this.#options.now());
  }

  /** How far it is. Undefined: nothing is written. */
  get head(): ChainHead | undefined {
    return this.#place && { chain: this.name, ...this.#place };
  }

  /** Resolves when the entries are on the disk. Rejects where they are not; then none of them counts. */
  async append(entries: readonly ReadEntry[]): Promise<void> {
    const { key } = this.#options;
    let place = this.#place;
    let text = "";
    for (const entry of entries) {
      const { line, ...next } = toLine(key, place, entry);
      place = next;
      text += line;
    }
    const bytes = Buffer.from(text);
    await this.#write(await this.#fileFor(bytes.length), bytes);
    if (place) await this.#advance(place);
  }

  /** Closes it because another chain goes on in its place. */
  async end(): Promise<void> {
    const { number } = this.#file ?? {};
    await this.close();
    if (number !== undefined) this.#options.onFileEnd?.(this.name, number);
  }

  async close(): Promise<void> {
    const files = [this.#file?.handle, this.#headFile];
    this.#file = undefined;
    this.#headFile = undefined;
    this.#isBroken = true;
    for (const file of files)
      await file
        ?.sync()
        .catch(() => undefined)
        .finally(() => file.close());
  }

  async #begin(after: readonly ChainHead[]): Promise<void> {
    const { folder, key, now } = this.#options;
    this.#file = await this.#createFile(1);
    this.#headFile = await createHeadFile(join(folder, headFileName(this.name)));
    await syncFolder(folder);
    const { line, ...place } = toLine(key, undefined, {
      time: new Date(now()).toISOString(),
      chain: this.name,
      key: keyId(key),
      after: Object.fromEntries(after.map(({ chain, seq, hash }) => [chain, { seq, hash }])),
    });
    await this.#write(this.#file, Buffer.from(line));
    await this.#advance(place);
    await this.#headFile.sync();
  }

  async #createFile(number: number): Promise<CurrentFile> {
    const handle = await createLogFile(join(this.#options.folder, logFileName(this.name, number)));
    return { handle, number, bytes: 0 };
  }

  async #fileFor(bytes: number): Promise<CurrentFile> {
    const current = this.#file;
    if (!current || this.#isBroken) throw new Error("Expected a chain that can be written");
    const { folder, maxFileBytes } = this.#options;
    if (current.bytes === 0 || current.bytes + bytes <= maxFileBytes) return current;
    const next = await this.#createFile(current.number + 1);
    this.#file = next;
    await current.handle.close();
    await syncFolder(folder);
    await this.#headFile?.sync();
    this.#options.onFileEnd?.(this.name, current.number);
    return next;
  }

  async #write(file: CurrentFile, bytes: Buffer): Promise<void> {
    const { nlink, size } = await file.handle.stat();
    if (nlink === 0 || size !== file.bytes) {
      this.#isBroken = true;
      throw new Error("Somebody else removed or changed the file of the access log");
    }
    try {
      await writeFully(file.handle, bytes);
      await file.handle.datasync();
    } catch (error) {
      await file.handle.truncate(file.bytes).catch(() => {
        this.#isBroken = true;
      });
      throw error;
    }
    file.bytes += bytes.length;
  }

  /** The head need not be on the disk: an older one only tells less. */
  async #advance(place: ChainPlace): Promise<void> {
    this.#place = place;
    const text = Buffer.from(toHead(this.#options.key, this.name, place));
    await this.#headFile?.write(text, 0, text.length, 0);
  }
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

async function writeFully(file: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}
