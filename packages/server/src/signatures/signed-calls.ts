import type { SpanContext } from "@opentelemetry/api";
import type { IncomingHttpHeaders } from "node:http";
import { readCaller, type Caller } from "../caller.js";
import type { RequestGuard } from "../request-guard.js";
import { readTraceParent } from "../tracing/trace-parent.js";
import { isTraceSigned } from "./signed-call.js";
import { signedCallsGuard, type GuardOptions } from "./signed-calls-guard.js";

/** Decides which calls a subgraph answers, and says who asks. */
export interface CallVerifier {
  readonly guard: RequestGuard;
  /** Who asks in a call that the guard let through. */
  callerOf(headers: IncomingHttpHeaders): Caller;
  /** The trace to which such a call belongs. Undefined: it is not traced. Default: none is. */
  traceOf?(headers: IncomingHttpHeaders): SpanContext | undefined;
}

/** Only those that the gateway signed. It signs who asks too. */
export const signedCalls = (options: GuardOptions): CallVerifier => ({
  guard: signedCallsGuard(options),
  callerOf: ({ "x-caller": caller }) => readCaller(String(caller)),
  traceOf: ({ traceparent, "signature-input": input }) =>
    typeof input === "string" && isTraceSigned(input) ? readTraceParent(traceparent) : undefined,
});
