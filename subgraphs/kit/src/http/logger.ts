import { destination, pino, type Level, type Logger } from "pino";

/** JSON lines on standard error; standard output belongs to what a program prints for people. */
export function createLogger(level: Level | "silent"): Logger {
  return pino({ level, base: null }, destination({ dest: 2, sync: true }));
}
