import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { userPath } from "@an-sinh/server/env";
import { documentsIn, readTrustedDocuments } from "@an-sinh/server/trusted-documents";
import type { SupergraphLocation } from "./supergraph-source.js";

/**
 * The documents whose operations are expected: those of a folder or a manifest that is given, or of the folder
 * "operations" beside the supergraph where there is one. "off": none. Throws `SettingsError`.
 */
export function readExpectedDocuments(
  given: string | undefined,
  location: SupergraphLocation,
): readonly string[] {
  if (given === "off") return [];
  if (given !== undefined) return [...readTrustedDocuments(userPath(given), "WARM_OPERATIONS").values()];
  if (!("file" in location)) return [];
  const folder = join(dirname(location.file), "operations");
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? documentsIn(folder) : [];
}
