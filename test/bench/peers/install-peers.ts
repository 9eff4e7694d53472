import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = new URL("./", import.meta.url);

/**
 * Installs the other gateways from a lock file of their own, without their install scripts, unless this version of
 * the lock file is installed already. They are left out of `npm ci`, because nothing else needs them.
 */
export async function installPeers(signal: AbortSignal): Promise<void> {
  const wanted = await changedAt("package-lock.json");
  if ((await changedAt("node_modules/.package-lock.json")) >= wanted) return;
  console.log("Installing other gateways into test/bench/peers …");
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await promisify(execFile)("npm", args, { cwd: fileURLToPath(folder), signal });
}

/** In milliseconds. A file that is missing was changed in 1970. */
const changedAt = async (file: string): Promise<number> =>
  stat(new URL(file, folder)).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
