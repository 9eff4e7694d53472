import { setTimeout as sleep } from "node:timers/promises";
import { ExchangeError } from "./exchange-error.js";
import type { SubgraphState } from "./subgraph-state.js";
import { FetchFailedError, tellOf } from "../responses/fetch-failure.js";
import type { HttpResponse } from "../responses/http-response.js";
import type { CallLimits } from "./call-limits.js";
import { CallSlots, SlotsFullError } from "./call-slots.js";
import { Circuit, NotAskedError, SubgraphDownError } from "./circuit.js";
import { interruptionBy, refusalIn, type Interruption } from "./interruption.js";
import { RetryBudget } from "./retry-budget.js";

/** Sends a call once, on a connection that is open already or on a new one. It is signed anew each time. */
type Send = (timeoutMs: number, isOnNew: boolean) => Promise<HttpResponse>;

export interface CallTerms {
  readonly signal: AbortSignal;
  /** How long the call may take, with all that it waits for. */
  readonly timeoutMs: number;
  /** Whether it does no harm to send it twice. */
  readonly isRepeatable: boolean;
  /** False: its request has little time left, and it says nothing about the subgraph when that is over. */
  readonly isPatient: boolean;
}

/** So few that one slow subgraph never holds all requests that a gateway takes. */
const waitingPerSlot = 4;
const firstPauseMs = 50;

/** Calls one subgraph, and no more than it can bear. */
export class SubgraphCalls {
  readonly #name: string;
  readonly #limits: CallLimits;
  readonly #circuit: Circuit;
  readonly #slots: CallSlots;
  readonly #budget = new RetryBudget();
  #retries = 0;

  constructor(name: string, limits: CallLimits, onChange: (isAsked: boolean) => void) {
    this.#name = name;
    this.#limits = limits;
    this.#circuit = new Circuit(limits, onChange);
    this.#slots = new CallSlots(limits.maxConcurrent, waitingPerSlot * limits.maxConcurrent);
  }

  get state(): Pick<SubgraphState, "state" | "since" | "retries"> {
    const { state, since } = this.#circuit;
    return { state, since, retries: this.#retries };
  }

  /** Rejects with `FetchFailedError`, or with what `send` throws that is not about the subgraph. */
  send(send: Send, terms: CallTerms): Promise<HttpResponse> {
    return this.#circuit.run(() => this.#inTurn(send, terms));
  }

  /** Why a call was not begun. Undefined: it was. */
  notBegun(error: unknown): FetchFailedError | undefined {
    if (!(error instanceof NotAskedError)) return undefined;
    return this.#unavailable("is not asked for a moment, because it failed again and again");
  }

  async #inTurn(send: Send, terms: CallTerms): Promise<HttpResponse> {
    const endsAt = performance.now() + terms.timeoutMs;
    if (!this.#slots.tryTake()) await this.#waitForSlot(terms);
    try {
      this.#budget.earn();
      let wasIdle = false;
      for (let retries = 0; ; retries += 1) {
        const outcome = await this.#sendOnce((timeoutMs) => send(timeoutMs, wasIdle), terms, endsAt);
        if (!("code" in outcome)) return outcome;
        const pauseMs = this.#pauseBefore(retries, outcome, terms, endsAt);
        if (pauseMs === undefined) throw this.#failure(outcome, terms);
        this.#retries += 1;
        // Others that are idle may be lost as well.
        wasIdle = outcome.retry === "free";
        if (pauseMs > 0) await this.#pause(pauseMs, terms.signal);
      }
    } finally {
      this.#slots.release();
    }
  }

  async #waitForSlot(terms: CallTerms): Promise<void> {
    try {
      await this.#slots.wait(terms.signal, terms.timeoutMs);
    } catch (error) {
      if (error instanceof SlotsFullError)
        throw this.#unavailable("is not asked, because too many calls wait for it");
      const interruption = interruptionBy(error, terms.timeoutMs);
      throw interruption ? this.#failure(interruption, terms) : this.#canceled();
    }
  }

  async #pause(pauseMs: number, signal: AbortSignal): Promise<void> {
    try {
      await sleep(pauseMs, undefined, { signal });
    } catch {
      throw this.#canceled();
    }
  }

  async #sendOnce(
    send: (timeoutMs: number) => Promise<HttpResponse>,
    { timeoutMs }: CallTerms,
    endsAt: number,
  ): Promise<HttpResponse | Interruption> {
    try {
      const response = await send(Math.max(1, Math.ceil(endsAt - performance.now())));
      const refusal = refusalIn(response);
      if (refusal) return refusal;
      this.#circuit.answered();
      return response;
    } catch (error) {
      const interruption = interruptionBy(error, timeoutMs);
      if (interruption) return interruption;
      if (error instanceof ExchangeError && error.reason === "canceled") throw this.#canceled();
      // More arrived than may be read.
      this.#circuit.answered();
      throw error;
    }
  }

  /** How long to wait before the call is sent again, in milliseconds. Undefined: it is not. */
  #pauseBefore(
    retries: number,
    { retry }: Interruption,
    { isRepeatable, signal }: CallTerms,
    endsAt: number,
  ): number | undefined {
    if (!retry || !isRepeatable || retries >= this.#limits.retries || signal.aborted) return undefined;
    const jitterMs = Math.random() * firstPauseMs * 2 ** retries;
    const isAtOnce = retries === 0 && (retry === "now" || retry === "free");
    const unaskedMs = isAtOnce ? 0 : jitterMs;
    const pauseMs = typeof retry === "object" ? retry.afterMs + jitterMs : unaskedMs;
    if (performance.now() + pauseMs >= endsAt) return undefined;
    // On the new connection there was no idle time.
    const isFree = retries === 0 && retry === "free";
    return isFree || this.#budget.take() ? pauseMs : undefined;
  }

  #failure({ code, what }: Interruption, { isPatient }: CallTerms): FetchFailedError {
    const message = tellOf(this.#name, what);
    const isDown = isPatient || code !== "SUBGRAPH_TIMEOUT";
    return new (isDown ? SubgraphDownError : FetchFailedError)(code, message);
  }

  #canceled(): FetchFailedError {
    return this.#unavailable("was not waited for");
  }

  #unavailable(what: string): FetchFailedError {
    return new FetchFailedError("SUBGRAPH_UNAVAILABLE", tellOf(this.#name, what));
  }
}
