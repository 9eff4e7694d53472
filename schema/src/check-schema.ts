import { planSchema } from "./plan-schema.js";
import { findStaleFiles, type SchemaFiles } from "./stale-files.js";
import type { SubgraphSdl } from "./subgraph-sdl.js";

/** Every reason why the committed schema folder has to change, one paragraph each. It writes nothing. */
export function checkSchema(list: readonly SubgraphSdl[], committed: SchemaFiles): string[] {
  const { files, problems } = planSchema(list, committed);
  const stale = findStaleFiles(files, committed);
  if (stale.length === 0) return [...problems];
  return [...problems, [...stale, "Run `npm run schema` and commit what it changes."].join("\n")];
}
