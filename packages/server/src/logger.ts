import type { FastifyBaseLogger } from "fastify";
import { pino, type DestinationStream, type Level } from "pino";
import { logOutput } from "./log-output.js";

/** What servers log to. */
export type Logger = FastifyBaseLogger;

/** Writes JSON lines to standard error. Standard output is for what a program prints for people. */
export function createLogger(level: Level | "silent", output: DestinationStream = logOutput): Logger {
  return pino({ level, base: null, redact: { paths: secrets, remove: true } }, output);
}

/** Headers hold tokens, and the bytes of a request that cannot be read hold its headers. */
const secrets = ["rawPacket", "headers", "authorization"].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);
