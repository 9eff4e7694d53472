import type { ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";

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

const sampleMs = 100;
/** The part of its time in which a loop does something that is never idle. */
const busyShare = 0.95;
/** How much a sample changes the rate: answers come in bursts. */
const weight = 0.3;

/** Counts the requests that a server has under way, and refuses those that would make all others late. */
export class RequestLoad {
  readonly #limits: Required<LoadLimits>;
  readonly #timer: NodeJS.Timeout;
  #utilization = performance.eventLoopUtilization();
  #sampledAt = performance.now();
  #underWay = 0;
  #answered = 0;
  /** How many are answered in a millisecond while the loop is never idle. Undefined: it always was. */
  #rate: number | undefined;
  /** How many may be under way. */
  #most: number;

  constructor(limits: LoadLimits) {
    this.#limits = { fewUnderWay: 64, ...limits };
    this.#most = limits.mostUnderWay;
    this.#timer = setInterval(() => this.#sample(), sampleMs).unref();
  }

  /** Whether the request is taken. It then counts until its response is sent or its client has left. */
  take(response: ServerResponse): boolean {
    if (this.#underWay >= this.#most) return false;
    this.#underWay += 1;
    response.once("close", this.#leave);
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  readonly #leave = (): void => {
    this.#underWay -= 1;
    this.#answered += 1;
  };

  #sample(): void {
    const now = performance.now();
    const utilization = performance.eventLoopUtilization();
    const { utilization: share } = performance.eventLoopUtilization(utilization, this.#utilization);
    const rate = this.#answered / (now - this.#sampledAt);
    this.#most = share < busyShare ? this.#limits.mostUnderWay : this.#mostWhileBusy(rate);
    this.#utilization = utilization;
    this.#sampledAt = now;
    this.#answered = 0;
  }

  #mostWhileBusy(rate: number): number {
    const { mostUnderWay, mostWaitMs, fewUnderWay } = this.#limits;
    this.#rate = this.#rate === undefined ? rate : weight * rate + (1 - weight) * this.#rate;
    return Math.min(mostUnderWay, Math.max(fewUnderWay, this.#rate * mostWaitMs));
  }
}
