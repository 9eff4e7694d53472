import type { SubgraphState } from "./subgraph-state.js";
import type { FetchFailureCode } from "../responses/fetch-failure.js";

/** When a subgraph answered last, and how it failed last. */
export class SubgraphHealth {
  #lastAnsweredAt: number | null = null;
  #lastFailure: FetchFailureCode | null = null;

  get state(): Pick<SubgraphState, "lastAnsweredAt" | "lastFailure"> {
    return { lastAnsweredAt: this.#lastAnsweredAt, lastFailure: this.#lastFailure };
  }

  answered(): void {
    this.#lastAnsweredAt = Date.now();
  }

  failed(code: FetchFailureCode): void {
    this.#lastFailure = code;
  }
}
