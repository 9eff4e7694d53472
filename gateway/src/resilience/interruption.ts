import { AnswerTooLargeError } from "../responses/answer-budget.js";
import type { HttpResponse } from "../responses/http-response.js";
import { ResponseMemoryFullError } from "../responses/response-memory.js";
import { ExchangeError } from "./exchange-error.js";
import type { FetchFailureCode } from "../responses/fetch-failure.js";

/** Why a call was not answered. It says something about the subgraph, not about this call. */
export interface Interruption {
  readonly code: FetchFailureCode;
  /** What the subgraph did, as the end of a sentence. */
  readonly what: string;
  /**
   * Undefined: the call is not sent again. "now": a connection was lost. "free": most likely while it was idle, so the
   * subgraph had no work, and it counts for no budget. Else when to send it again, if the subgraph says it.
   */
  readonly retry: "now" | "free" | "later" | { readonly afterMs: number } | undefined;
}

/** A connection that a server closes while it is idle may be lost when the next call is sent on it. */
const lost: ReadonlySet<unknown> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);
const notMade: ReadonlySet<unknown> = new Set(["ECONNREFUSED", "EAI_AGAIN"]);

/** Undefined: the error is not about the subgraph, or the subgraph answered something. */
export function interruptionBy(error: unknown, timeoutMs: number): Interruption | undefined {
  if (error instanceof ExchangeError) {
    if (error.reason === "idle") return unreachable("free");
    if (error.reason !== "late") return undefined;
    return {
      code: "SUBGRAPH_TIMEOUT",
      what: `did not respond within ${timeoutMs} ms`,
      retry: undefined,
    };
  }
  if (error instanceof AnswerTooLargeError || error instanceof ResponseMemoryFullError) return undefined;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const later = notMade.has(code) ? "later" : undefined;
  return unreachable(lost.has(code) ? "now" : later);
}

const unreachable = (retry: Interruption["retry"]): Interruption => ({
  code: "SUBGRAPH_UNAVAILABLE",
  what: "cannot be reached",
  retry,
});

/** Undefined: the response is one of the subgraph. */
export function refusalIn({ status, retryAfter }: HttpResponse): Interruption | undefined {
  if (status !== 429 && (status < 502 || status > 504)) return undefined;
  const afterMs = retryAfter === undefined ? undefined : readRetryAfter(retryAfter);
  const later = status === 502 || status === 503 ? "later" : undefined;
  return {
    code: "SUBGRAPH_UNAVAILABLE",
    what: `is not available (HTTP status ${status})`,
    retry: afterMs === undefined ? later : { afterMs },
  };
}

/** The header Retry-After in milliseconds: seconds, or a date. Undefined: it is neither. */
function readRetryAfter(text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
