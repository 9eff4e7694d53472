import { TraceFlags, type SpanContext } from "@opentelemetry/api";

export const traceParentHeader = "traceparent";

/** W3C Trace Context, version 00. Zeros are no ids. */
const wellFormed = /^00-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})$/;

/** Undefined: the header is none, or not well formed. What else a sender says of a trace is not read. */
export function readTraceParent(header: string | readonly string[] | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] = wellFormed.exec(typeof header === "string" ? header : "") ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & TraceFlags.SAMPLED, isRemote: true };
}

export const writeTraceParent = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
