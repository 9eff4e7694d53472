import { SettingsError } from "@an-sinh/server/env";
import { FileError } from "../csv/file-error.js";
import { UsageError } from "./usage-error.js";

/** Runs a command: its result is the exit code. What goes wrong is one message; Ctrl-C stops it with code 130. */
export async function runCommand(command: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => interrupted.abort());
  }
  try {
    process.exitCode = await command(interrupted.signal);
  } catch (error) {
    const isStopped = interrupted.signal.aborted;
    process.stderr.write(`${isStopped ? "Stopped." : explain(error)}\n`);
    // A read from a pipe may never end.
    if (isStopped) process.exit(130);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError) return `${error.message}\nSee --help.`;
  if (error instanceof FileError || error instanceof SettingsError) return error.message;
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
