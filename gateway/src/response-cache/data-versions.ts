import { anonymous } from "@an-sinh/server/caller";
import { SharedExchanges } from "../data-sources/shared-exchanges.js";
import {
  fetchTimeMs,
  type GatewayContext,
  type SubgraphOperation,
  type SubgraphSource,
} from "../data-sources/subgraph-source.js";
import { FetchFailedError } from "../responses/fetch-failure.js";
import type { VersionedResponse } from "../responses/subgraph-response.js";

/** Asks for nothing but the version. It is asked anew each time, because an older one says nothing of now. */
const check: SubgraphOperation = {
  query: "{__typename}",
  operationName: undefined,
  isMutation: false,
  asksDataVersion: true,
  isUnshared: true,
};

const noVariables = { text: () => "{}", values: () => ({}) };

/** A subgraph that takes longer is asked the whole operation. */
const checkTimeMs = 1_000;

/** After a check without a version, so long there is none: each request would wait for another one. */
const pauseMs = 1_000;

/** When the subgraph was asked, by another clock than that of its source. */
export const askedAtOf = ({ askedAt }: VersionedResponse, now: () => number): number =>
  now() - (performance.now() - askedAt);

export interface VersionTerms {
  /** How old the word of a subgraph about its version may be. 0: it is asked each time. */
  readonly checkMs: number;
  /** The time, as `performance.now()` counts it. */
  readonly now: () => number;
}

/** What a subgraph said last about the version of its data. */
export class DataVersions {
  readonly #source: SubgraphSource;
  readonly #terms: VersionTerms;
  readonly #checks = new SharedExchanges<string | undefined>();
  #known: { readonly version: string; readonly askedAt: number } | undefined;
  /** What the subgraph said to an earlier call does not count. */
  #validFrom = -Infinity;
  #pausedUntil = -Infinity;

  constructor(source: SubgraphSource, terms: VersionTerms) {
    this.#source = source;
    this.#terms = terms;
  }

  /** The subgraph told its version to a call that was sent at this time, by the terms' clock. */
  told(version: string, askedAt: number): void {
    if (this.#known === undefined || askedAt >= this.#known.askedAt) this.#known = { version, askedAt };
  }

  /** The data may have changed: what was told before does not count. */
  outdate(): void {
    this.#validFrom = this.#terms.now();
    this.#checks.separate();
  }

  /** A version that the subgraph had at most `checkMs` ago. Undefined: it cannot be had in time. */
  current(context: GatewayContext): string | undefined | Promise<string | undefined> {
    const { checkMs, now } = this.#terms;
    const known = this.#known;
    if (known && known.askedAt > now() - checkMs && known.askedAt >= this.#validFrom) return known.version;
    return now() < this.#pausedUntil ? undefined : this.#askedFor(context);
  }

  /** One check is for all who wait for it. Nobody waits longer than half of the time that its request has left. */
  async #askedFor(context: GatewayContext): Promise<string | undefined> {
    const waitMs = Math.floor(fetchTimeMs(context, 2 * checkTimeMs) / 2);
    if (waitMs <= 0) return undefined;
    const signal = AbortSignal.any([context.signal, AbortSignal.timeout(waitMs)]);
    const send = (own: AbortSignal) => this.#check(own, context.requestId);
    try {
      return await this.#checks.send("", signal, send, this.#terms.checkMs);
    } catch {
      return undefined;
    }
  }

  async #check(signal: AbortSignal, requestId: string): Promise<string | undefined> {
    const { now } = this.#terms;
    const deadline = performance.now() + checkTimeMs;
    try {
      const context = { requestId, caller: anonymous, signal, deadline };
      const { versioned } = await this.#source.fetch(check, noVariables, context);
      if (versioned) {
        this.told(versioned.version, askedAtOf(versioned, now));
        return versioned.version;
      }
    } catch (error) {
      if (!(error instanceof FetchFailedError)) throw error;
    }
    if (!signal.aborted) this.#pausedUntil = now() + pauseMs;
    return undefined;
  }
}
