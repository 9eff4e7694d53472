import type { Caller } from "@an-sinh/server/caller";
import type { RequestInfo } from "@an-sinh/server/request-info";
import type { IncomingHttpHeaders } from "node:http";
import type { GatewayContext } from "./data-sources/subgraph-source.js";
import type { RequestWork } from "./observation/request-work.js";
import { AnswerBudget, type AnswerLimits } from "./responses/answer-budget.js";
import type { ResponseMemory } from "./responses/response-memory.js";

/** Finds out who sent a request. Rejects where it cannot be believed. */
export type Identify = (request: Pick<RequestInfo, "headers" | "requestId">) => Promise<Caller>;

/**
 * A request whose sender is known. Apollo Server 5.5.1 hands the executor a copy, which has no `#private` members.
 * Test: gateway/test/privacy.test.ts.
 */
export class GatewayRequest implements GatewayContext {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly budget: AnswerBudget;

  constructor(
    private readonly request: RequestInfo,
    readonly caller: Caller,
    readonly deadline: number,
    answerLimits: AnswerLimits,
    readonly work: RequestWork,
    memory?: ResponseMemory,
  ) {
    this.requestId = request.requestId;
    this.headers = request.headers;
    this.budget = new AnswerBudget(answerLimits, memory);
  }

  parsing(): void {
    this.work.parsingSince = performance.now();
  }

  get purpose(): string | undefined {
    const purpose = this.headers["x-purpose"];
    return typeof purpose === "string" ? purpose : undefined;
  }

  get signal(): AbortSignal {
    return this.request.signal;
  }

  abandon(): void {
    this.request.abandon();
  }

  get method(): string {
    return this.request.method;
  }

  /** See `RequestInfo`. */
  get address(): string {
    return this.request.address;
  }
}
