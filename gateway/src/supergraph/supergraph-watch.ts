import { SettingsError } from "@an-sinh/server/env";
import type { Logger } from "@an-sinh/server/logger";
import { hashOf } from "@an-sinh/server/persisted-queries";
import type { SupergraphSource } from "./supergraph-source.js";
import type { Refusal, SupergraphState } from "./supergraph-state.js";

export interface WatchOptions {
  readonly source: SupergraphSource;
  /** How long to wait between two looks, about: see `spread`. */
  readonly pollMs: number;
  readonly state: SupergraphState;
  /** Serves another supergraph. Rejects where it cannot be served: with `SettingsError` where the settings lack something. */
  readonly use: (supergraphSdl: string) => Promise<void>;
  readonly logger: Logger;
}

/** Looks for another supergraph, and has it served. What cannot be served is refused once, and the last one serves on. */
export class SupergraphWatch {
  readonly #options: WatchOptions;
  #timer: NodeJS.Timeout | undefined;
  readonly #closing = new AbortController();
  /** The last look. There is one at a time. */
  #look: Promise<void> = Promise.resolve();
  /** What was read last, where it cannot be served. */
  #refused: (Omit<Refusal, "at"> & { readonly hash: string }) | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#wait();
  }

  /** Looks at once, and tries again also what was refused before. */
  reload(): Promise<void> {
    return this.#next(true);
  }

  /** Resolves when nothing is under way any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#timer);
    await this.#look;
  }

  #wait(): void {
    if (this.#closing.signal.aborted) return;
    const waitMs = spread(this.#options.pollMs, Math.random());
    this.#timer = setTimeout(() => void this.#next(false).then(() => this.#wait()), waitMs);
    this.#timer.unref();
  }

  #next(isUrgent: boolean): Promise<void> {
    this.#look = this.#look.then(() => this.#take(isUrgent));
    return this.#look;
  }

  async #take(isUrgent: boolean): Promise<void> {
    if (this.#closing.signal.aborted) return;
    const { source, state } = this.#options;
    let text: string | undefined;
    try {
      text = await (isUrgent ? source.read(this.#closing.signal) : source.look(this.#closing.signal));
    } catch (error) {
      if (!this.#closing.signal.aborted)
        this.#refuse({ reason: "unreadable", message: messageOf(error) }, isUrgent);
      return;
    }
    if (text !== undefined) await this.#serve(text, isUrgent);
    else if (state.refused?.reason === "unreadable") this.#readable();
  }

  /** It can be read again, and is what it was before. */
  #readable(): void {
    const { state } = this.#options;
    if (this.#refused) state.refuse(this.#refused);
    else state.serves(state.hash);
  }

  async #serve(text: string, isUrgent: boolean): Promise<void> {
    const { state, use, logger } = this.#options;
    const hash = hashOf(text);
    if (hash === this.#refused?.hash && !isUrgent) return this.#readable();
    this.#refused = undefined;
    if (hash === state.hash) {
      if (isUrgent) logger.info({ supergraph: hash }, "The supergraph is the one that is served.");
      return state.serves(hash);
    }
    const begun = performance.now();
    try {
      await use(text);
      state.serves(hash);
      const tookMs = Math.round(performance.now() - begun);
      logger.info({ supergraph: hash, tookMs }, "Another supergraph is served from now on.");
    } catch (error) {
      const reason = error instanceof SettingsError ? "settings" : "invalid";
      this.#refused = { reason, message: messageOf(error), hash };
      this.#refuse(this.#refused, true);
    }
  }

  /** Said once, until something else is wrong. */
  #refuse({ reason, message }: Omit<Refusal, "at">, isUrgent: boolean): void {
    const { state, logger } = this.#options;
    const isKnown = state.refused?.message === message;
    state.refuse({ reason, message });
    if (isKnown && !isUrgent) return;
    logger.error(
      { reason, message, serving: state.hash },
      "A new supergraph is refused; the last one serves on.",
    );
  }
}

/** A tenth less to a tenth more, by a number from 0 to 1: processes that started together must not look together. */
export const spread = (milliseconds: number, random: number): number => milliseconds * (0.9 + 0.2 * random);

function messageOf(error: unknown): string {
  if (error instanceof SettingsError) return error.problems.join("; ");
  return error instanceof Error ? error.message : String(error);
}
