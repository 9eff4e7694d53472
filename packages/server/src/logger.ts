import type { FastifyBaseLogger } from "fastify";
import { destination, pino, type Level } from "pino";

/** What servers log to. */
export type Logger = FastifyBaseLogger;

/** Writes JSON lines to standard error. Standard output is for what a program prints for people. */
export function createLogger(level: Level | "silent"): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}
