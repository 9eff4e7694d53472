import type { Logger } from "@an-sinh/server/logger";
import type { ReadRecorder } from "../execution/run/read-recorder.js";
import { AccessLog, type AccessLogOptions } from "./access-log.js";
import { ReadLog, type ScopePattern } from "./read-log.js";

/** How the access log of a gateway is kept. */
export interface AuditOptions extends Omit<AccessLogOptions, "logger"> {
  /** A request that reads what one of these scopes protects has to say its purpose. Default: none. */
  readonly purposeFor?: readonly ScopePattern[];
}

/** Rejects where the log cannot be written. */
export async function openReadLog(
  { purposeFor = [], ...options }: AuditOptions,
  logger: Logger,
): Promise<{ readonly recorder: ReadRecorder; close(): Promise<void> }> {
  const log = await AccessLog.open({ ...options, logger });
  return { recorder: new ReadLog(log, purposeFor, options.now), close: () => log.close() };
}
