import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { SettingsError, userPath } from "@an-sinh/server/env";
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
  const folder = folderBeside(location);
  // Who reads them as reports tells of a file that cannot be read.
  return folder === undefined ? [] : documentsIn(folder, () => {});
}

/** The folder of the operations that are reports, found in the same way. Undefined: there are none. */
export function findReportsFolder(
  given: string | undefined,
  location: SupergraphLocation,
): string | undefined {
  if (given === "off") return undefined;
  if (given === undefined) return folderBeside(location);
  const folder = userPath(given);
  if (isFolder(folder)) return folder;
  throw new SettingsError(["REPORTS_FOLDER: expected a folder with operations, or off"]);
}

/** The folder "operations" beside the supergraph. Undefined: there is none. */
function folderBeside(location: SupergraphLocation): string | undefined {
  if (!("file" in location)) return undefined;
  const folder = join(dirname(location.file), "operations");
  return isFolder(folder) ? folder : undefined;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
