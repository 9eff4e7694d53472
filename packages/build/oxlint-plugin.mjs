// The project's own rules for oxlint.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";

const importedPath = /(?:from|import\()\s*"(\.[^"]*)"/g;

/** The folders that the files of a folder import from, by folder. A run of the linter reads each folder once. */
const known = new Map();

function foldersImportedFrom(folder) {
  const found = known.get(folder) ?? readImportedFolders(folder);
  known.set(folder, found);
  return found;
}

function readImportedFolders(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const paths = files.flatMap((name) =>
    [...readFileSync(resolve(folder, name), "utf8").matchAll(importedPath)].map(([, path]) => path),
  );
  return new Set(paths.map((path) => dirname(resolve(folder, path))));
}

const contains = (outer, inner) => `${inner}/`.startsWith(`${outer}/`);

/**
 * Two folders must not import from each other, types included: then neither can be read, moved or tested without
 * the other. A folder and one inside it may.
 */
const noMutualFolders = {
  create(context) {
    const folder = dirname(context.physicalFilename ?? context.filename);
    const check = (node) => {
      const path = node.source?.value;
      if (typeof path !== "string" || !path.startsWith(".")) return;
      const other = dirname(resolve(folder, path));
      if (contains(folder, other) || contains(other, folder)) return;
      if (!foldersImportedFrom(other).has(folder)) return;
      const [here, there] = [folder, other].map((name) => relative(process.cwd(), name));
      const message = `${here} imports from ${there}, which imports from ${here}. Let one of them not know the other.`;
      context.report({ node, message });
    };
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};

export default { meta: { name: "structure" }, rules: { "no-mutual-folders": noMutualFolders } };
