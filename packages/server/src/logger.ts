import type { FastifyBaseLogger } from "fastify";
import { destination, pino, type Level } from "pino";

/** What servers log to. */
export type Logger = FastifyBaseLogger;

/** JSON lines on standard error; standard output belongs to what a program prints for people. */
export function createLogger(level: Level | "silent"): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}
