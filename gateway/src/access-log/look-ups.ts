import type { Logger } from "@an-sinh/server/logger";
import type { OnFileEnd } from "../audit/audit-chain.js";
import type { AuditKey } from "../audit/audit-entry.js";
import { chainsIn, earliestIn, latestIn } from "../audit/audit-folder.js";
import type { LookedUp } from "../audit/read-about.js";
import { readsOfChain, type FoundRead, type LookUp } from "./chain-reads.js";
import { compareReads, type ReadPlace } from "./look-up-cursor.js";
import { makeIndex } from "./make-index.js";
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
  readonly first: number;
  readonly after: ReadPlace | undefined;
  readonly signal: AbortSignal;
}

export interface ReadsFound {
  /** The newest first. */
  readonly reads: readonly FoundRead[];
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

  async #find({ wanted, first, after, signal }: ReadsAsked): Promise<ReadsFound> {
    signal.throwIfAborted();
    const now = this.#now();
    const { chains, isComplete } = await this.#opener.open(
      await chainsIn(this.#location.folder),
      now,
      signal,
    );
    const reads: FoundRead[] = [];
    const lookUp = { wanted, after, limit: first + 1, signal, now };
    for await (const read of newestFirst(chains, lookUp)) if (reads.push(read) > first) break;
    return { reads: reads.slice(0, first), hasMore: reads.length > first, isComplete };
  }
}

/** Merges the chains, the newest of which comes first. Of each it reads no more than is needed. */
async function* newestFirst(chains: readonly OpenedChain[], lookUp: LookUp): AsyncGenerator<FoundRead> {
  const { after } = lookUp;
  const unread = chains.filter(({ chain }) => !after || earliestIn(chain) <= after.time);
  const open: { read: FoundRead; readonly rest: AsyncGenerator<FoundRead> }[] = [];
  for (;;) {
    open.sort((a, b) => compareReads(a.read, b.read));
    const [newest] = open;
    const [next] = unread;
    if (next && (!newest || newest.read.time <= latestIn(next.chain))) {
      unread.shift();
      const rest = readsOfChain(next, lookUp);
      const { value } = await rest.next();
      if (value) open.push({ read: value, rest });
    } else if (newest) {
      yield newest.read;
      const { value } = await newest.rest.next();
      if (value) newest.read = value;
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
