import { onEndingSignal } from "@an-sinh/server/ending-signals";
import { loadEnvFile, SettingsError } from "@an-sinh/server/env";
import { ExplainedError } from "./explained-error.js";

/** So long a command that is stopped may take to end by itself. It has stored all or nothing, whatever it was doing. */
const mostEndingMs = 800;

/**
 * Runs a command with the settings of the file `.env`: its result is the exit code. What goes wrong is one message
 * and exit code 1. Ctrl-C fires the signal, and a second one ends the command at once; the exit code is then 130, and
 * `stopped` says what remains.
 */
export async function runCommand(
  command: (signal: AbortSignal) => Promise<number>,
  stopped = "Stopped.",
): Promise<void> {
  const interrupted = new AbortController();
  onEndingSignal(() => interrupted.abort());
  const end = () => {
    process.stderr.write(`${stopped}\n`);
    process.exit(130);
  };
  interrupted.signal.addEventListener("abort", () => setTimeout(end, mostEndingMs).unref());
  try {
    loadEnvFile();
    process.exitCode = await command(interrupted.signal);
  } catch (error) {
    // A read from a pipe may never end.
    if (interrupted.signal.aborted) end();
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ExplainedError || error instanceof SettingsError) return error.message;
  const cause = error.cause instanceof Error ? error.cause.message : "";
  return error.message.includes(cause) ? error.message : `${error.message} (${cause})`;
}
