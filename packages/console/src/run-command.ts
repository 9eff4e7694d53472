import { loadEnvFile, SettingsError } from "@an-sinh/server/env";
import { ExplainedError } from "./explained-error.js";

/**
 * Runs a command with the settings of the file `.env`: its result is the exit code. What goes wrong is one message
 * and exit code 1. Ctrl-C fires the signal; the exit code is then 130, and `stopped` says what remains.
 */
export async function runCommand(
  command: (signal: AbortSignal) => Promise<number>,
  stopped = "Stopped.",
): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => interrupted.abort());
  }
  try {
    loadEnvFile();
    process.exitCode = await command(interrupted.signal);
  } catch (error) {
    const isStopped = interrupted.signal.aborted;
    process.stderr.write(`${isStopped ? stopped : explain(error)}\n`);
    // A read from a pipe may never end.
    if (isStopped) process.exit(130);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ExplainedError || error instanceof SettingsError) return error.message;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return error.message.includes(cause) ? error.message : `${error.message} (${cause})`;
}
