import { writeCaller } from "@an-sinh/server/caller";
import { reportDataVersionHeader } from "@an-sinh/server/observation/report-data-version";
import { reportStatementsHeader } from "@an-sinh/server/observation/report-statements";
import { callSigner } from "@an-sinh/server/signatures/call-signer";
import type { ChannelKeys } from "@an-sinh/server/signatures/channel-keys";
import { timeLeftHeader } from "@an-sinh/server/time-left";
import { traceParentHeader, writeTraceParent } from "@an-sinh/server/tracing/trace-parent";
import type { Dispatcher } from "undici";
import { basicAuthorization } from "./basic-authorization.js";
import type { GatewayContext, SubgraphOperation, SubgraphVariables } from "./subgraph-source.js";

interface WritingTerms {
  /** How long the response is waited for. */
  readonly timeoutMs: number;
  /** Whether the subgraph should say the version of its data. */
  readonly asksVersion: boolean;
}

/** Writes the HTTP requests of one subgraph. With keys they are signed, and say who asks. */
export class RequestWriter {
  readonly #path: string;
  readonly #headers: readonly string[];
  readonly #sign: ReturnType<typeof callSigner> | undefined;
  /** The beginning of each operation's body, up to its variables. */
  readonly #bodies = new WeakMap<SubgraphOperation, string>();

  constructor(name: string, url: URL, keys: ChannelKeys | undefined) {
    this.#path = url.pathname + url.search;
    this.#headers = Object.entries({
      "content-type": "application/json",
      accept: "application/json, application/graphql-response+json",
      ...basicAuthorization(url),
    }).flat();
    this.#sign = keys && callSigner(name, keys);
  }

  body(operation: SubgraphOperation, variables: SubgraphVariables): string {
    return `${this.#beginningOf(operation)}${variables.text()}}`;
  }

  /** Signed now: call it again for a request that is sent again. */
  request(
    body: Buffer,
    { requestId, caller, trace, reportsStatements }: GatewayContext,
    { timeoutMs, asksVersion }: WritingTerms,
  ): Dispatcher.DispatchOptions {
    const timeLeftMs = String(timeoutMs);
    const traceParent = trace && writeTraceParent(trace);
    const signed = this.#sign?.({ body, caller: writeCaller(caller), requestId, timeLeftMs, traceParent });
    const own = signed ?? unsigned(requestId, timeLeftMs, traceParent);
    const asked = reportsStatements ? [reportStatementsHeader, "1"] : [];
    if (asksVersion) asked.push(reportDataVersionHeader, "1");
    return { method: "POST", path: this.#path, headers: [...this.#headers, ...own, ...asked], body };
  }

  #beginningOf(operation: SubgraphOperation): string {
    const known = this.#bodies.get(operation);
    if (known !== undefined) return known;
    const { query, operationName } = operation;
    const beginning = `${JSON.stringify({ query, operationName }).slice(0, -1)},"variables":`;
    this.#bodies.set(operation, beginning);
    return beginning;
  }
}

const unsigned = (requestId: string, timeLeftMs: string, traceParent: string | undefined): string[] => [
  "x-request-id",
  requestId,
  timeLeftHeader,
  timeLeftMs,
  ...(traceParent === undefined ? [] : [traceParentHeader, traceParent]),
];
