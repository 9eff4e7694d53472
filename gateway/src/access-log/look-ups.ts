import type { Logger } from "@an-sinh/server/logger";
import type { OnFileEnd } from "../audit/audit-chain.js";
import type { AuditKey } from "../audit/audit-entry.js";
import { chainsIn, earliestIn, latestIn } from "../audit/audit-folder.js";
import type { LookedUp } from "../audit/read-about.js";
import { readsOfChain, type FoundRead, type LookUp } from "./chain-reads.js";
import { compareReads } from "./look-up-cursor.js";
import { makeIndex } from "./make-index.js";
import type { PageRange } from "./page-range.js";
import { ChainOpener, openingOf, type OpenedChain } from "./opened-chains.js";
import { lastHashOf } from "./verified-entries.js";

interface LogLocation {
  readonly folder: string;
  /** Those that the chains may have. Empty: the chains have no key. */
  readonly keys: readonly string[];
  /** Default: that of this machine. */
  readonly now?: (() => number) | undefined;
}

interface ReadsAsked {
  readonly wanted: LookedUp;
  readonly range: PageRange;
  readonly signal: AbortSignal;
}

export interface ReadsFound {
  /** The newest first. */
  readonly reads: readonly FoundRead[];
  /** Whether the range has more of them, at the end that is not read. */
  readonly hasMore: boolean;
  /** False: the log names a chain that is not in its folder. */
  readonly isComplete: boolean;
}

/** Looks up in the log of a folder who read an object. One look-up or index is made at a time. */
export class LookUps {
  readonly #location: LogLocation;
  readonly #now: () => number;
  readonly #opener: ChainOpener;
  readonly #closing = new AbortController();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(location: LogLocation) {
    this.#location = location;
    this.#now = location.now ?? Date.now;
    this.#opener = new ChainOpener(location.keys);
  }

  /** By this, cursors are sealed. */
  get key(): AuditKey {
    return this.#location.keys[0] ?? null;
  }

  /** Throws `LogDamagedError` where it comes upon what was altered or is missing. */
  find(asked: ReadsAsked): Promise<ReadsFound> {
    return this.#inTurn(() => this.#find(asked));
  }

  /** Indexes a file to which nothing is added any more, so that the next look-up need not do it. */
  index(chain: string, number: number): Promise<void> {
    return this.#inTurn(async () => {
      const { folder, keys } = this.#location;
      const found = (await chainsIn(folder)).find((files) => files.chain === chain);
      const file = found?.files[number - 1];
      const opened = found && (await openingOf(found, keys));
      if (file === undefined || !opened) return;
      const before = number === 1 ? "" : await lastHashOf(found.files[number - 2] ?? "");
      await makeIndex(file, opened.key, before, this.#closing.signal);
    });
  }

  /** Ends the index that is made, and waits for the look-up that is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#turn;
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(() => {
      this.#closing.signal.throwIfAborted();
      return run();
    });
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #find({ wanted, range, signal }: ReadsAsked): Promise<ReadsFound> {
    signal.throwIfAborted();
    const now = this.#now();
    const { chains, isComplete } = await this.#opener.open(
      await chainsIn(this.#location.folder),
      now,
      signal,
    );
    const { size, isBackward } = range;
    const found: FoundRead[] = [];
    const lookUp = { wanted, range, signal, now };
    for await (const read of readsOfChains(chains, lookUp)) if (found.push(read) > size) break;
    const reads = found.slice(0, size);
    return { reads: isBackward ? reads.toReversed() : reads, hasMore: found.length > size, isComplete };
  }
}

/**
 * Merges the chains, whose newest comes first. Of each it reads no more than is needed. The newest entries come first, or
 * for a page from the end the oldest.
 */
async function* readsOfChains(chains: readonly OpenedChain[], lookUp: LookUp): AsyncGenerator<FoundRead> {
  const { isBackward, after, before } = lookUp.range;
  const inRange = chains.filter(
    ({ chain }) => (!after || earliestIn(chain) <= after.time) && (!before || latestIn(chain) >= before.time),
  );
  const unread = isBackward ? inRange.toReversed() : inRange;
  const mayPrecede = ({ chain }: OpenedChain, { time }: FoundRead) =>
    isBackward ? time >= earliestIn(chain) : time <= latestIn(chain);
  const open: { read: FoundRead; readonly rest: AsyncGenerator<FoundRead> }[] = [];
  for (;;) {
    open.sort((a, b) => (isBackward ? compareReads(b.read, a.read) : compareReads(a.read, b.read)));
    const [nearest] = open;
    const [next] = unread;
    if (next && (!nearest || mayPrecede(next, nearest.read))) {
      unread.shift();
      const rest = readsOfChain(next, lookUp);
      const { value } = await rest.next();
      if (value) open.push({ read: value, rest });
    } else if (nearest) {
      yield nearest.read;
      const { value } = await nearest.rest.next();
      if (value) nearest.read = value;
      else open.shift();
    } else return;
  }
}

/** For files to which nothing is added any more. */
export const indexInBackground =
  (lookUps: LookUps, logger: Pick<Logger, "warn">): OnFileEnd =>
  (chain, number) => {
    lookUps.index(chain, number).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      logger.warn({ chain, number, reason }, "A file of the access log cannot be indexed.");
    });
  };
