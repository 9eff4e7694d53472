import { errorCodes } from "../errors.js";
import type { AnsweredRequest } from "../observation/answered-request.js";
import type { Meters } from "./meters.js";
import type { OperationLabels } from "./operation-labels.js";

const knownCodes: ReadonlySet<string> = new Set(errorCodes);

const outcomes = ["answered", "partial", "failed", "refused", "abandoned"] as const;

/** Counts requests and measures operations. Without labels, all operations are one. */
export function measureRequests(
  meters: Meters,
  labels: OperationLabels | undefined,
): (request: AnsweredRequest<unknown>) => void {
  const countRequest = meters.counter(
    "graph_requests_total",
    "Requests, by how they ended: answered, partial (with errors), failed (without data), refused, abandoned (the client left).",
    "outcome",
    outcomes,
  );
  const countError = meters.counter("graph_errors_total", "Errors in answers, by their codes.", "code");
  const note = meters.durations(
    "graph_request_duration_seconds",
    "How long valid operations took to be answered.",
    "operation",
  );
  return (request) => {
    const { operation, errorCodes: codes, durationMs } = request;
    countRequest(outcomeOf(request));
    for (const code of codes) countError(knownCodes.has(code) ? code : "other");
    if (operation) note(labels?.of(operation.operation) ?? "all", durationMs);
  };
}

/** How a request ended. */
export function outcomeOf({
  context,
  operation,
  hasData,
  errorCodes: codes,
  wasAbandoned,
}: AnsweredRequest<unknown>): (typeof outcomes)[number] {
  if (wasAbandoned) return "abandoned";
  if (!context || !operation) return "refused";
  if (!hasData) return "failed";
  return codes.length > 0 ? "partial" : "answered";
}
