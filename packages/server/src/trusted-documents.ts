import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import { SettingsError } from "./env.js";
import { hashOf } from "./persisted-queries.js";
import { storedDocuments, type OnUnreadable } from "./stored-documents.js";

/** The list of operations in the form of Apollo's tools. `npm run operations` writes it. */
const manifestSchema = z.object({
  format: z.literal("apollo-persisted-query-manifest"),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string(), body: z.string(), name: z.string(), type: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/**
 * The documents of a manifest by their hashes, or those of a folder whose files are one document each. Throws
 * `SettingsError`, which names the setting.
 */
export function readTrustedDocuments(
  path: string,
  setting = "TRUSTED_DOCUMENTS_FILE",
): ReadonlyMap<string, string> {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return readManifest(path, setting);
  const documents = documentsIn(path, (problem) => {
    throw new SettingsError([`${setting}: ${problem}.`]);
  });
  if (documents.length === 0)
    throw new SettingsError([`${setting}: ${path}: expected files that end in .graphql.`]);
  return new Map(documents.map((document) => [hashOf(document), document]));
}

/** The texts of the files in a folder that end in .graphql, in the order of their names. */
export const documentsIn = (folder: string, onUnreadable?: OnUnreadable): readonly string[] =>
  storedDocuments(folder, onUnreadable).map(({ text }) => text);

function readManifest(file: string, setting: string): ReadonlyMap<string, string> {
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SettingsError([`${setting}: cannot use ${file}: ${reason}. npm run operations writes one.`]);
  }
  const wrong = manifest.operations.find(({ id, body }) => id !== hashOf(body));
  if (wrong) {
    const problem = `${setting}: ${file}: the id of ${wrong.name} is not the SHA-256 of its body.`;
    throw new SettingsError([problem]);
  }
  return new Map(manifest.operations.map(({ id, body }) => [id, body]));
}
