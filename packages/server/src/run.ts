import cluster from "node:cluster";
import closeWithGrace from "close-with-grace";
import { z } from "zod";
import { loadEnvFile, logLevel, readEnv, SettingsError } from "./env.js";
import { closeMessage, ProcessNotStartedError } from "./serving-processes.js";

interface Closable {
  close(): Promise<void>;
}

/** Longer than a server waits for its last requests: that limit applies first. */
const closeLimitMs = 20_000;

/**
 * Runs a program: starts it, and closes it on a signal. The exit code is 0 after a close, 1 when it cannot start or
 * fails, and 130, at once, on a second Ctrl-C. A failure prints one message, with a stack only at LOG_LEVEL=debug.
 */
export async function run(start: () => Promise<Closable>): Promise<void> {
  let program: Closable | undefined;
  let isClosing = false;
  const grace = closeWithGrace(
    {
      delay: closeLimitMs,
      logger: false,
      // A process cannot go on after these signals, and an empty event loop is no reason to stop.
      skip: ["SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGSEGV", "SIGUSR2", "beforeExit"],
      onSecondSignal: () => process.exit(130),
      onTimeout: (delay) => printError(`Not closed within ${delay / 1000} s; giving up.`),
    },
    async ({ err }) => {
      isClosing = true;
      if (err) printError(explain(err));
      await program?.close();
    },
  );
  if (cluster.isWorker) {
    process.on("message", (message) => {
      if (message === closeMessage && !isClosing) grace.close();
    });
  }
  // A program that another one started stops when the other one ends, however it ends.
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
  try {
    loadEnvFile();
    program = await start();
  } catch (error) {
    if (!(error instanceof ProcessNotStartedError)) printError(explain(error));
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof Error)) return `Failed: ${String(error)}`;
  if (isDebugging() && error.stack) return error.stack;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return error.message.includes(cause) ? `Failed: ${error.message}` : `Failed: ${error.message} (${cause})`;
}

/** A bad LOG_LEVEL must not hide the failure that is being explained. */
function isDebugging(): boolean {
  const settings = z.object({ LOG_LEVEL: logLevel.catch("warn") });
  return ["debug", "trace"].includes(readEnv(settings).LOG_LEVEL);
}

function printError(message: string): void {
  process.stderr.write(`${message}\n`);
}
