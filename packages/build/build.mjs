// Builds what is named in the arguments (turbo's own, such as --filter=…), or everything. Says nothing unless it
// takes a while or fails, so that a program that is built before it starts speaks for itself.
import { spawn } from "node:child_process";

const turbo = spawn("turbo", ["run", "build", "--output-logs=errors-only", ...process.argv.slice(2)], {
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
  shell: process.platform === "win32",
  stdio: ["ignore", "pipe", "pipe"],
});
const output = [];
turbo.stdout.on("data", (chunk) => output.push(chunk));
turbo.stderr.on("data", (chunk) => output.push(chunk));
const patience = setTimeout(() => process.stderr.write("Building …\n"), 700);

turbo.on("error", (error) => {
  clearTimeout(patience);
  process.stderr.write(`turbo could not be started (${error.message}). Run npm ci first.\n`);
  process.exitCode = 1;
});
turbo.on("close", (status) => {
  clearTimeout(patience);
  if (status !== 0) process.stderr.write(Buffer.concat(output));
  process.exitCode = status ?? 1;
});
