import type { Logger } from "@an-sinh/server/logger";
import type { AuditChain, OnFileEnd } from "./audit-chain.js";
import type { AuditKey, ReadEntry } from "./audit-entry.js";
import { openChain } from "./open-chain.js";

export interface AccessLogOptions {
  /** Made where it does not exist. */
  readonly folder: string;
  readonly key: AuditKey;
  readonly logger: Pick<Logger, "warn" | "error">;
  /** Default: 64 MiB. */
  readonly maxFileBytes?: number;
  /** Default: that of this machine. */
  readonly now?: () => number;
  readonly onFileEnd?: OnFileEnd;
}

interface Waiting {
  readonly entry: ReadEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Entries in one write. */
const maxBatch = 1_000;

/** Keeps the access log of this process. Entries that come while others are written share the next write. */
export class AccessLog {
  readonly #open: (before?: AuditChain) => Promise<AuditChain>;
  readonly #logger: AccessLogOptions["logger"];
  #chain: AuditChain;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;

  private constructor(
    chain: AuditChain,
    open: (before?: AuditChain) => Promise<AuditChain>,
    logger: AccessLogOptions["logger"],
  ) {
    this.#chain = chain;
    this.#open = open;
    this.#logger = logger;
  }

  /** Rejects where the log cannot be written. */
  static async open(options: AccessLogOptions): Promise<AccessLog> {
    const { folder, key, logger, maxFileBytes = 64 * 1024 * 1024, now = Date.now, onFileEnd } = options;
    const chain = { folder, key, maxFileBytes, now, onFileEnd };
    const open = (before?: AuditChain) => openChain(chain, logger, before?.head);
    return new AccessLog(await open(), open, logger);
  }

  /** Resolves when the entry is on the disk. Rejects where it is not: the reason is logged. */
  record(entry: ReadEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  /** Call it when no further entries come. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#chain.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, maxBatch);
      try {
        await this.#write(batch.map(({ entry }) => entry));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.#logger.error({ reason, requests: batch.length }, "The access log cannot be written.");
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = undefined;
  }

  /** A chain that is over gets a successor, which names how far it was. */
  async #write(entries: readonly ReadEntry[]): Promise<void> {
    if (this.#chain.isOver) {
      const before = this.#chain;
      this.#chain = await this.#open(before);
      await before.end();
    }
    await this.#chain.append(entries);
  }
}
