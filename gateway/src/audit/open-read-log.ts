import type { Logger } from "@an-sinh/server/logger";
import { createRateLimits } from "@an-sinh/server/rate-limits";
import type { ReadRecorder } from "../execution/run/read-recorder.js";
import { AccessLog, type AccessLogOptions } from "./access-log.js";
import { ReadLog, type ScopePattern } from "./read-log.js";

/** How the access log of a gateway is kept. */
export interface AuditOptions extends Omit<AccessLogOptions, "logger"> {
  /** A request that reads what one of these scopes protects has to say its purpose. Default: none. */
  readonly purposeFor?: readonly ScopePattern[];
  /** The keys of older chains. */
  readonly olderKeys?: readonly string[];
}

/** So many refused operations of a caller are recorded, by each process. */
const refusalsPerMinute = 60;

/** Rejects where the log cannot be written. */
export async function openReadLog(
  { purposeFor = [], ...options }: AuditOptions,
  logger: Logger,
): Promise<{ readonly recorder: ReadRecorder; close(): Promise<void> }> {
  const log = await AccessLog.open({ ...options, logger });
  const counted = { name: "refused reads", points: refusalsPerMinute, seconds: 60 };
  const refusals = createRateLimits({ redisUrl: undefined, logger }).limiter(counted);
  return { recorder: new ReadLog(log, { purposeFor, refusals, now: options.now }), close: () => log.close() };
}
