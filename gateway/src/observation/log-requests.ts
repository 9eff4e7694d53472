import type { Logger } from "@an-sinh/server/logger";
import { safeNameOf } from "@an-sinh/server/observation/safe-name";
import { outcomeOf } from "@an-sinh/server/metrics/request-metrics";
import type { AnsweredRequest, ObserveRequest } from "@an-sinh/server/observation/answered-request";
import { operationHash } from "../audit/operation-hash.js";
import type { GatewayRequest } from "../gateway-request.js";

const talkative: ReadonlySet<string> = new Set(["info", "debug", "trace"]);

/**
 * Writes one line for each request at LOG_LEVEL=info: neither who asked nor a value of what was asked. The access log
 * says who read what. Undefined: the level is another one.
 */
export function logRequests(logger: Logger): ObserveRequest<GatewayRequest> | undefined {
  if (!talkative.has(logger.level)) return undefined;
  return (request) => logger.info(lineOf(request), "A request was answered.");
}

function lineOf(request: AnsweredRequest<GatewayRequest>): object {
  const { requestId, context, operation, wasKnown, status, errorCodes, durationMs } = request;
  const { fetches = 0, cachedFetches = 0, cost, wasPlanned = false } = context?.work ?? {};
  return {
    requestId,
    ...(operation && {
      operation: safeNameOf(operation.operation) ?? null,
      hash: operationHash(operation.document),
      kind: operation.operation.operation,
    }),
    outcome: outcomeOf(request),
    status,
    durationMs: Math.round(durationMs * 10) / 10,
    fetches,
    ...(cachedFetches > 0 ? { cachedFetches } : {}),
    ...(cost === undefined ? {} : { cost }),
    cached: wasKnown && wasPlanned,
    errors: errorCodes.length,
    ...(errorCodes.length > 0 ? { codes: [...new Set(errorCodes)].toSorted() } : {}),
  };
}
