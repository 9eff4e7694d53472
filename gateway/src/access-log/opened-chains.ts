import {
  chainHash,
  keyId,
  readHead,
  readLine,
  readOpening,
  type AuditKey,
  type ChainHead,
  type OpeningEntry,
} from "../audit/audit-entry.js";
import { latestIn, readLogFile, type ChainFiles } from "../audit/audit-folder.js";
import { firstLineOf } from "../audit/audit-lines.js";
import { LogDamagedError } from "./log-damaged.js";

export interface OpenedChain extends ChainFiles {
  readonly opening: OpeningEntry;
  readonly key: AuditKey;
  /** How far the chain is at least, as its head and the openings of others say. */
  readonly stated: readonly ChainHead[];
}

/** The chains of a folder. */
interface OpenedChains {
  /** The newest first. */
  readonly chains: readonly OpenedChain[];
  /** False: an opening names a chain that is not in the folder. */
  readonly isComplete: boolean;
}

interface ReadOpening {
  readonly opening: OpeningEntry;
  readonly key: AuditKey;
}

/** What is read of a chain before its entries. */
interface ChainEnds extends ReadOpening {
  readonly ownHead: ChainHead;
}

/** Opens the chains of a folder. Those to which nothing is added any more it reads once, for there may be thousands. */
export class ChainOpener {
  /** By their chains. */
  readonly #kept = new Map<string, ChainEnds>();

  /** `keys`: those that the chains may have. Empty: the chains have no key. */
  constructor(private readonly keys: readonly string[]) {}

  /** Throws `LogDamagedError`. */
  async open(found: readonly ChainFiles[], now: number, signal: AbortSignal): Promise<OpenedChains> {
    const opened: (ChainFiles & ChainEnds)[] = [];
    for (const files of found.toReversed()) {
      signal.throwIfAborted();
      const ends = this.#kept.get(files.chain) ?? (await readEnds(files, this.keys));
      if (!ends) continue;
      if (latestIn(files.chain) < now) this.#kept.set(files.chain, ends);
      opened.push({ ...files, ...ends });
    }
    const names = new Set(opened.map(({ chain }) => chain));
    for (const chain of this.#kept.keys()) if (!names.has(chain)) this.#kept.delete(chain);
    const stated = new Map<string, ChainHead[]>();
    for (const { opening } of opened)
      for (const [chain, place] of Object.entries(opening.after))
        stated.set(chain, [...(stated.get(chain) ?? []), { chain, ...place }]);
    return {
      chains: opened.map(({ ownHead, ...chain }) => ({
        ...chain,
        stated: [ownHead, ...(stated.get(chain.chain) ?? [])],
      })),
      isComplete: [...stated.keys()].every((chain) => names.has(chain)),
    };
  }
}

async function readEnds(files: ChainFiles, keys: readonly string[]): Promise<ChainEnds | undefined> {
  const read = await openingOf(files, keys);
  return read && { ...read, ownHead: await headOf(files, read.key) };
}

/** Undefined: the process of the chain was killed before it wrote anything. */
export async function openingOf(
  { chain, files, head }: ChainFiles,
  keys: readonly string[],
): Promise<ReadOpening | undefined> {
  const first = files[0] === undefined ? undefined : await firstLineOf(files[0]);
  if (first === undefined) {
    if (files.length === 1 && (head === undefined || (await readLogFile(head)) === "")) return undefined;
    throw new LogDamagedError(chain, "its opening is missing");
  }
  const line = readLine(first);
  const opening = line && readOpening(line.body);
  if (opening?.chain !== chain || line?.seq !== 0)
    throw new LogDamagedError(chain, "the chain does not begin with its opening");
  const candidates: readonly AuditKey[] = keys.length === 0 ? [null] : keys;
  const key = candidates.find((candidate) => keyId(candidate) === opening.key);
  if (key === undefined) throw new LogDamagedError(chain, "AUDIT_KEY does not hold the key of the chain");
  if (line.hash !== chainHash(key, "", line.body))
    throw new LogDamagedError(chain, "its opening was altered");
  return { opening, key };
}

/** A head may be read while it is written over. */
const headAttempts = 5;

async function headOf({ chain, head }: ChainFiles, key: AuditKey): Promise<ChainHead> {
  for (let attempt = 0; attempt < headAttempts; attempt += 1) {
    const read = readHead(head === undefined ? "" : await readLogFile(head));
    if (read?.chain === chain && read.isSealedWith(key)) return read;
  }
  throw new LogDamagedError(chain, "its head is missing or was altered");
}
