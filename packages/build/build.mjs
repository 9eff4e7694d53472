// Builds the workspaces that the arguments name (those of turbo, such as --filter=…), or all of them. It prints
// nothing unless it takes a while or fails: `npm start` builds first, and its output should be the program's own.
import { spawn } from "node:child_process";

const turbo = spawn("turbo", ["run", "build", "--output-logs=errors-only", ...process.argv.slice(2)], {
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
  shell: process.platform === "win32",
  stdio: ["ignore", "pipe", "pipe"],
});
const output = [];
turbo.stdout.on("data", (chunk) => output.push(chunk));
turbo.stderr.on("data", (chunk) => output.push(chunk));
const notice = setTimeout(() => process.stderr.write("Building …\n"), 700);

turbo.on("error", (error) => {
  clearTimeout(notice);
  process.stderr.write(`turbo could not be started (${error.message}). Run npm ci first.\n`);
  process.exitCode = 1;
});
turbo.on("close", (status) => {
  clearTimeout(notice);
  if (status !== 0) process.stderr.write(Buffer.concat(output));
  process.exitCode = status ?? 1;
});
