/** How much a server takes on at the same time. */
export interface LoadLimits {
  /** Requests that have begun and are not answered. */
  readonly mostUnderWay: number;
  /**
   * How long a request may have to wait for those before it, in milliseconds, while the event loop is never idle. It is
   * estimated from how many have been answered lately. A loop that is idle waits for others: then nobody is in the way.
   */
  readonly mostWaitMs: number;
  /** So many requests are taken even then. Default: 64. */
  readonly fewUnderWay?: number;
}

/** The part of its time in which a loop does something that is never idle. */
const busyShare = 0.95;
/** So many in a row. In fewer it may have built another supergraph, which takes two: what came meanwhile is answered soon. */
const fewestBusySamples = 3;
/** How much a sample changes the rate: answers come in bursts. */
const weight = 0.3;

/** Judges by regular samples of the event loop how many requests may be under way. */
export class LoadEstimate {
  readonly #limits: Required<LoadLimits>;
  /** In a row. */
  #busySamples = 0;
  /** How many are answered in a millisecond while the loop is never idle. Undefined: none has been. */
  #rate: number | undefined;
  #most: number;

  constructor(limits: LoadLimits) {
    this.#limits = { fewUnderWay: 64, ...limits };
    this.#most = limits.mostUnderWay;
  }

  /** How many may be under way. */
  get most(): number {
    return this.#most;
  }

  /** `share`: of the time in which the loop was not idle. `rate`: how many were answered in a millisecond. */
  add(share: number, rate: number): void {
    this.#busySamples = share < busyShare ? 0 : this.#busySamples + 1;
    const isBusy = this.#busySamples >= fewestBusySamples;
    this.#most = isBusy ? this.#mostWhileBusy(rate) : this.#limits.mostUnderWay;
  }

  #mostWhileBusy(rate: number): number {
    const { mostUnderWay, mostWaitMs, fewUnderWay } = this.#limits;
    // All that came at once may be answered at once, and none before.
    if (this.#rate === undefined && rate === 0) return mostUnderWay;
    this.#rate = this.#rate === undefined ? rate : weight * rate + (1 - weight) * this.#rate;
    return Math.min(mostUnderWay, Math.max(fewUnderWay, this.#rate * mostWaitMs));
  }
}
