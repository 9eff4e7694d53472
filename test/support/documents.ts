import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** A document for people. */
export interface Document {
  /** From the top of the repository: "docs/architecture.md". */
  readonly path: string;
  readonly text: string;
}

/** The documents at the top of the repository and all of docs/. */
export function documents(): Document[] {
  const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `docs/${path.replaceAll("\\", "/")}`);
  const atTop = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"];
  return [...atTop, ...inDocs.toSorted()].map((path) => ({
    path,
    text: readFileSync(join(root, path), "utf8"),
  }));
}
