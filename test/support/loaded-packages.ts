import type { Program } from "./program.js";

/** Packages that take a while to load, and that a start needs only with some of the settings. */
export const forSomeSettings = ["ajv", "ioredis", "mysql2", "prom-client"];

const script = `
  import { createRequire } from "node:module";
  import { isMainThread } from "node:worker_threads";
  const { cache } = createRequire("file:///");
  if (isMainThread) process.on("exit", () => console.log("Loaded: " + Object.keys(cache).join(" ")));`;

/** The environment of a program that prints at its end what it has loaded. ES modules are not among it. */
export const listingPackages = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}`,
};

/** Stops such a program, and gives the names of the packages. */
export function packagesOf(program: Program): Promise<readonly string[]> {
  program.kill("SIGTERM");
  return loadedBy(program);
}

/** The same of a program that ends by itself. */
export async function loadedBy(program: Program): Promise<readonly string[]> {
  const [, files = ""] = await program.until(/Loaded: (.*)\n/);
  const names = [...files.matchAll(/node_modules\/((?:@[^/ ]+\/)?[^/ ]+)\/[^ ]*/g)].map(
    ([, name = ""]) => name,
  );
  return [...new Set(names)];
}
