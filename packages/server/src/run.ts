import cluster from "node:cluster";
import { isatty } from "node:tty";
import closeWithGrace from "close-with-grace";
import { z } from "zod";
import { endingSignals, onEndingSignal } from "./ending-signals.js";
import { loadEnvFile, logLevel, readEnv, SettingsError } from "./env.js";
import { createLogger } from "./logger.js";
import { closeMessage, ProcessNotStartedError, reloadMessage } from "./serving-processes.js";

/** What runs until it is closed. */
export interface RunningProgram {
  /** How long `close` may take. Default: 20 s. */
  readonly closeLimitMs?: number | undefined;
  close(): Promise<void>;
  /** Reads anew what can change while it runs. It does not reject. */
  reload?(): Promise<void>;
}

/** Longer than a server waits for its last requests: that limit applies first. */
export const defaultCloseLimitMs = 20_000;

/**
 * Runs a server program: starts it, closes it on SIGINT, SIGQUIT and SIGTERM, and has it reload on SIGHUP. The exit code
 * is 0 after a close, 1 when it cannot start or fails, and 130, at once, on a second Ctrl-C. A failure prints one
 * message, with a stack only at LOG_LEVEL=debug. A rejection that nobody handles is logged, and the others are served on.
 */
export async function run(start: () => Promise<RunningProgram>): Promise<void> {
  let program: RunningProgram | undefined;
  // A terminal or a reader that is gone must not end a server before it has answered its last requests.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => undefined);
  const closing = closeWithGrace(
    {
      delay: false,
      logger: false,
      // Signals are handled below, and an empty event loop is no reason to stop. After the others no process can go on.
      skip: [...endingSignals, "SIGHUP", "SIGUSR2", ...fatalSignals, "unhandledRejection", "beforeExit"],
    },
    async ({ err }) => {
      if (err) printError(explain(err));
      if (program) await closeInTime(program);
    },
  );
  const close = once(() => closing.close());
  onEndingSignal(close);
  const reload = () => program?.reload?.();
  process.on("SIGHUP", hangUp(close, reload));
  // Without a listener it ends the process.
  process.on("SIGUSR2", () => undefined);
  if (cluster.isWorker) {
    process.on("message", (message) => {
      if (message === closeMessage) close();
      if (message === reloadMessage) void reload();
    });
  }
  endWithParent(close);
  process.on("unhandledRejection", (reason) => (program ? logRejection(reason) : fail(reason)));
  try {
    loadEnvFile();
    program = await start();
  } catch (error) {
    fail(error);
  }
}

const fatalSignals = ["SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS", "SIGFPE", "SIGSEGV"] as const;

/** A terminal that goes away sends SIGHUP too. Then the program ends, as nobody can stop it from there any more. */
function hangUp(close: () => void, reload: () => void): () => void {
  const hasTerminal = () => [0, 1, 2].some((output) => isatty(output));
  const hadTerminal = hasTerminal();
  return () => (hadTerminal && !hasTerminal() ? close() : reload());
}

/** A program that another one started stops when the other one ends, however it ends. */
function endWithParent(close: () => void): void {
  process.once("disconnect", close);
  // It ended before this process listened.
  if (process.connected === false) close();
}

async function closeInTime(program: RunningProgram): Promise<void> {
  const { closeLimitMs = defaultCloseLimitMs } = program;
  setTimeout(() => {
    printError(`Not closed within ${closeLimitMs / 1000} s; giving up.`);
    process.exit(1);
  }, closeLimitMs).unref();
  await program.close();
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

function fail(error: unknown): never {
  if (!(error instanceof ProcessNotStartedError)) printError(explain(error));
  process.exit(1);
}

function logRejection(reason: unknown): void {
  const stack = reason instanceof Error ? reason.stack : String(reason);
  createLogger(currentLogLevel()).error({ stack }, "A promise was rejected, and nobody handled it.");
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (!(error instanceof Error)) return `Failed: ${String(error)}`;
  if (isDebugging() && error.stack) return error.stack;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return error.message.includes(cause) ? `Failed: ${error.message}` : `Failed: ${error.message} (${cause})`;
}

const isDebugging = () => ["debug", "trace"].includes(currentLogLevel());

/** A bad LOG_LEVEL must not hide the failure that is being explained. */
const currentLogLevel = () => readEnv(z.object({ LOG_LEVEL: logLevel.catch("warn") })).LOG_LEVEL;

function printError(message: string): void {
  process.stderr.write(`${message}\n`);
}
