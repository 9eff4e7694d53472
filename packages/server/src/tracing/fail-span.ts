import { SpanStatusCode, type Span } from "@opentelemetry/api";

/** Marks a span by the code of an error. Messages may hold what nobody should see. */
export function failSpan(span: Span, code: string): void {
  span.setAttribute("error.type", code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
