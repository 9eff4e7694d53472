import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Circuit, NotAskedError, SubgraphDownError } from "../src/resilience/circuit.js";
import { drawFrom, pick, type Draw } from "./differential/random.js";

const limits = { maxConcurrent: 64, retries: 0, failuresToOpen: 3, pauseMs: 1_000 };

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "Date"] }));
afterEach(() => void vi.useRealTimers());

/** Calls of a circuit that end when the test says so, and what must be true of them. */
class Calls {
  readonly #circuit = new Circuit(limits, (isClosed) => {
    this.#stoppedAt = isClosed ? null : (this.#stoppedAt ?? this.#now);
  });
  readonly #open: { readonly isTry: boolean; end(error?: Error): Promise<void> }[] = [];
  /** What was not as it must be. */
  readonly broken = new Set<string>();
  #stoppedAt: number | null = null;
  #lastBegunAt = -Infinity;
  #failures = 0;

  get #now(): number {
    return performance.now();
  }

  async begin(): Promise<void> {
    const isTry = this.#stoppedAt !== null;
    const sinceLastMs = this.#now - Math.max(this.#lastBegunAt, this.#stoppedAt ?? -Infinity);
    const isBegun = await this.#run(isTry);
    const mayBegin = !isTry || sinceLastMs >= limits.pauseMs;
    if (isBegun !== mayBegin) this.broken.add(`begun: ${isBegun}, ${sinceLastMs} ms after the last`);
    if (isTry && this.#failures < limits.failuresToOpen) this.broken.add("stopped too early");
    if (isBegun) this.#lastBegunAt = this.#now;
  }

  async answer(draw: Draw): Promise<void> {
    if (this.#open.length === 0) return;
    await this.#take(draw).end();
    this.#failures = 0;
    if (this.#stoppedAt !== null || this.#circuit.state !== "closed")
      this.broken.add(`${this.#circuit.state} after an answer`);
  }

  async fail(draw: Draw): Promise<void> {
    if (this.#open.length === 0) return;
    this.#failures += 1;
    await this.#take(draw).end(new SubgraphDownError("SUBGRAPH_UNAVAILABLE", ""));
    const expected = this.#open.some(({ isTry }) => isTry) ? "half-open" : "open";
    if (this.#stoppedAt !== null && this.#circuit.state !== expected)
      this.broken.add(`${this.#circuit.state}, expected ${expected}`);
  }

  #take(draw: Draw) {
    const taken = pick(this.#open, draw(this.#open.length));
    this.#open.splice(this.#open.indexOf(taken), 1);
    return taken;
  }

  /** Whether the call is let through. */
  #run(isTry: boolean): Promise<boolean> {
    return new Promise((begun) => {
      const run = this.#circuit.run(
        () =>
          new Promise<void>((resolve, reject) => {
            const answer = () => (this.#circuit.answered(), resolve());
            const end = (error?: Error) => (error ? reject(error) : answer(), settled);
            this.#open.push({ isTry, end });
            begun(true);
          }),
      );
      const settled = run.catch((error) => {
        if (error instanceof NotAskedError) begun(false);
        else if (!(error instanceof SubgraphDownError)) this.broken.add(String(error));
      });
    });
  }
}

test("whatever order calls end in: an answer lets all calls through at once, and else one is let through in each pause", async () => {
  for (let sequence = 0; sequence < 200; sequence += 1) {
    const draw = drawFrom(`circuit ${sequence}`);
    const calls = new Calls();
    for (let step = 0; step < 60; step += 1) {
      const what = draw(16);
      if (what < 6) await calls.begin();
      else if (what < 11) await calls.fail(draw);
      else if (what < 15) vi.advanceTimersByTime(draw(700));
      else await calls.answer(draw);
    }
    expect([...calls.broken], `sequence ${sequence}`).toEqual([]);
  }
});
