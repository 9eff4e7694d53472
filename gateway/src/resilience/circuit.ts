import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  noJitterGenerator,
  type CircuitBreakerPolicy,
} from "cockatiel";
import type { SubgraphState } from "./subgraph-state.js";
import { FetchFailedError } from "../responses/fetch-failure.js";
import type { CallLimits } from "./call-limits.js";

/** A failure after which it is likely that the next call fails, too. */
export class SubgraphDownError extends FetchFailedError {}

const names = {
  [CircuitState.Closed]: "closed",
  [CircuitState.Open]: "open",
  [CircuitState.HalfOpen]: "half-open",
  [CircuitState.Isolated]: "open",
} as const;

const mostPauses = 5;

type State = SubgraphState["state"];

/** Calls a subgraph only while it is likely to answer. One call at a time finds out whether it is back. */
export class Circuit {
  readonly #policy: CircuitBreakerPolicy;
  #since = Date.now();

  constructor({ failuresToOpen, pauseMs }: CallLimits, onChange: (state: State) => void) {
    const isFailure = (error: Error) => {
      if (this.#policy.state !== CircuitState.HalfOpen) return error instanceof SubgraphDownError;
      // The call that finds out has to be answered, whatever it fails by.
      return error instanceof FetchFailedError && error.code !== "SUBGRAPH_ERROR";
    };
    this.#policy = circuitBreaker(handleWhen(isFailure), {
      breaker: new ConsecutiveBreaker(failuresToOpen),
      halfOpenAfter: new ExponentialBackoff({
        initialDelay: pauseMs,
        maxDelay: mostPauses * pauseMs,
        generator: noJitterGenerator,
      }),
    });
    this.#policy.onStateChange(() => {
      this.#since = Date.now();
      onChange(this.state);
    });
  }

  get state(): State {
    return names[this.#policy.state];
  }

  /** When the state began, by `Date.now()`. */
  get since(): number {
    return this.#since;
  }

  /** Rejects with `BrokenCircuitError` where the call would most likely fail: it is not begun. */
  run<Result>(call: () => Promise<Result>): Promise<Result> {
    // Cockatiel 3.2.1 lets a call wait for the one that finds out. Test: gateway/test/circuit.test.ts.
    if (this.#policy.state === CircuitState.HalfOpen) return Promise.reject(new BrokenCircuitError());
    return this.#policy.execute(call);
  }
}
