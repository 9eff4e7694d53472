import type { IncomingMessage, RequestListener, Server, ServerResponse } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** How much a server takes on at the same time. */
export interface LoadLimits {
  /** Requests that have begun and are not answered. */
  readonly mostUnderWay: number;
  /** How late the event loop may be, in milliseconds. While it is later, hardly any further request is taken. */
  readonly mostLateMs: number;
  /** So many requests are taken even while the loop is late: one slow request makes it late, too. Default: 32. */
  readonly fewUnderWay?: number;
}

const resolutionMs = 10;
const sampleMs = 100;

/** Counts the requests that a server has under way, and refuses those that would make all others late. */
export class RequestLoad {
  readonly #limits: Required<LoadLimits>;
  readonly #delay = monitorEventLoopDelay({ resolution: resolutionMs });
  readonly #timer: NodeJS.Timeout;
  #underWay = 0;
  #isLate = false;

  constructor(limits: LoadLimits) {
    this.#limits = { fewUnderWay: 32, ...limits };
    this.#delay.enable();
    this.#timer = setInterval(() => this.#sample(), sampleMs).unref();
  }

  /** Whether the request is taken. It then counts until its response is sent or its client has left. */
  take(response: ServerResponse): boolean {
    const { mostUnderWay, fewUnderWay } = this.#limits;
    if (this.#underWay >= mostUnderWay || (this.#isLate && this.#underWay >= fewUnderWay)) return false;
    this.#underWay += 1;
    response.once("close", this.#leave);
    return true;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#delay.disable();
  }

  readonly #leave = (): void => void (this.#underWay -= 1);

  /** The monitor counts from one of its ticks to the next. */
  #sample(): void {
    this.#isLate = this.#delay.mean / 1e6 - resolutionMs > this.#limits.mostLateMs;
    this.#delay.reset();
  }
}

const refusal = JSON.stringify({
  errors: [
    {
      message:
        "More requests are under way than can be answered. Ask again after the seconds in Retry-After.",
      extensions: { code: "OVERLOADED" },
    },
  ],
});
const refusalHeaders = {
  "content-type": "application/json; charset=utf-8",
  "content-length": Buffer.byteLength(refusal),
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "retry-after": "1",
};

/**
 * Refuses requests for these paths before Fastify 5.12.8 sees them, which costs a fraction: where twice as many come as can
 * be answered, the refusals must not take the time of the answers.
 */
export function shedLoad(server: Server, paths: readonly string[], load: RequestLoad): void {
  const [answer] = server.listeners("request") as RequestListener[];
  if (!answer) throw new Error("Expected a server that answers requests");
  const isLimited = ({ url = "" }: IncomingMessage) =>
    paths.some((path) => url === path || url.startsWith(`${path}?`));
  server.removeListener("request", answer);
  server.on("request", (request, response) => {
    if (!isLimited(request) || load.take(response)) answer(request, response);
    else response.writeHead(503, refusalHeaders).end(refusal);
  });
}
