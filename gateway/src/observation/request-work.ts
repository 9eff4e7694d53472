import type { PlanReport } from "./plan-report.js";
import type { RequestTrace } from "./request-trace.js";

/** What was done for one request. Apollo Server hands the executor a copy of the context, which has the same one. */
export class RequestWork {
  fetches = 0;
  /** How many of them were answered with a response that was kept. */
  cachedFetches = 0;
  /** Points. Undefined: it was not estimated. */
  cost: number | undefined;
  /** Whether it ran a program that was made for an earlier request. */
  wasPlanned = false;
  /** Since when its document is parsed, by `performance.now()`. Undefined: it was known. */
  parsingSince: number | undefined;

  constructor(
    /** Undefined: it is not traced. */
    readonly trace: RequestTrace | undefined,
    /** Undefined: the caller did not ask for it, or may not. */
    readonly report: PlanReport | undefined,
  ) {}
}

export const workOf = ({ work }: { readonly work?: object | undefined }): RequestWork | undefined =>
  work instanceof RequestWork ? work : undefined;
