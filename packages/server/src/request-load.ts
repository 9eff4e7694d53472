import type { ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import { LoadEstimate, type LoadLimits } from "./load-estimate.js";

const sampleMs = 100;

/** Counts the requests that a server has under way, and refuses those that would make all others late. */
export class RequestLoad {
  readonly #estimate: LoadEstimate;
  readonly #timer: NodeJS.Timeout;
  #utilization = performance.eventLoopUtilization();
  #sampledAt = performance.now();
  #underWay = 0;
  #answered = 0;

  constructor(limits: LoadLimits) {
    this.#estimate = new LoadEstimate(limits);
    this.#timer = setInterval(() => this.#sample(), sampleMs).unref();
  }

  /** Whether the request is taken. It then counts until its response is sent or its client has left. */
  take(response: ServerResponse): boolean {
    if (this.#underWay >= this.#estimate.most) return false;
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
    this.#estimate.add(share, this.#answered / (now - this.#sampledAt));
    this.#utilization = utilization;
    this.#sampledAt = now;
    this.#answered = 0;
  }
}
