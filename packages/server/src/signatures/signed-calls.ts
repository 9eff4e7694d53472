import type { IncomingHttpHeaders } from "node:http";
import { readCaller, type Caller } from "../caller.js";
import type { RequestGuard } from "../request-guard.js";
import { signedCallsGuard, type GuardOptions } from "./signed-calls-guard.js";

/** Decides which calls a subgraph answers, and says who asks. */
export interface CallVerifier {
  readonly guard: RequestGuard;
  /** Who asks in a call that the guard let through. */
  callerOf(headers: IncomingHttpHeaders): Caller;
}

/** Only those that the gateway signed. It signs who asks too. */
export const signedCalls = (options: GuardOptions): CallVerifier => ({
  guard: signedCallsGuard(options),
  callerOf: ({ "x-caller": caller }) => readCaller(String(caller)),
});
