import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { departments } from "@an-sinh/deployment/departments";
import { withoutAccess } from "../bench/contest/write-supergraph.js";
import type { Departments } from "./open-departments.js";

const composer = fileURLToPath(new URL("../bench/peers/cosmo-config.mjs", import.meta.url));

/**
 * Composes the departments' schemas as Cosmo does, which reads no supergraph, and returns the file of what its router
 * reads. Throws with what Cosmo does not compose.
 */
export async function composeForCosmo(
  { signer, scratchFolder }: Departments,
  signal: AbortSignal,
): Promise<string> {
  const subgraphs = await Promise.all(
    departments.map(async ({ name }) => {
      const sdl = await readFile(new URL(`../../schema/${name}.graphql`, import.meta.url), "utf8");
      return { name, url: signer.urlOf(name), sdl: withoutAccess(sdl) };
    }),
  );
  const [from, to] = [join(scratchFolder, "subgraphs.json"), join(scratchFolder, "cosmo.json")];
  await writeFile(from, JSON.stringify(subgraphs));
  await promisify(execFile)(process.execPath, [composer, from, to], { signal });
  return to;
}
