import type { IncomingHttpHeaders } from "node:http";

/** How long the sender of a request waits for the answer, in milliseconds. It depends on no clock. */
export const timeLeftHeader = "x-time-left-ms";

const mostMs = 600_000;

/** Undefined: the request does not say. */
export function timeLeftOf({ [timeLeftHeader]: given }: IncomingHttpHeaders): number | undefined {
  return typeof given === "string" && /^\d{1,6}$/.test(given) ? Math.min(Number(given), mostMs) : undefined;
}
