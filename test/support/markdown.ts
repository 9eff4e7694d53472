import type { Document } from "./documents.js";

/** A link of a document to a place in the repository. */
interface Link {
  /** From the folder of the document; empty for a place in the document itself. */
  readonly path: string;
  /** Empty where the link has none. */
  readonly anchor: string;
}

const fencedCode = /^```.*?^```/gms;

/** The links that do not leave the repository. Code has none. */
export function relativeLinks({ text }: Document): Link[] {
  const targets = text.replaceAll(fencedCode, "").matchAll(/\]\(([^()\s]+)\)/g);
  return [...targets]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = "", anchor = ""] = target.split("#");
      return { path, anchor };
    });
}

/** The anchors that GitHub gives the headings of a document. */
export function anchorsOf(text: string): Set<string> {
  const headings = text.replaceAll(fencedCode, "").matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = ""]) => anchorOf(heading)));
}

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");

/** The commands `npm run …` that a document names in code. */
export const npmScripts = ({ text }: Document): string[] =>
  [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:]*)/g)].map(([, script = ""]) => script);

/** The first cells of the rows of a table whose first cell is code. */
export const codeInFirstColumn = (text: string): string[] =>
  [...text.matchAll(/^\| `([^`]+)`/gm)].map(([, code = ""]) => code);

/** The files that a document names in code, such as `schema/api.graphql`: those with a folder, and tests. */
export const filesInCode = ({ text }: Document): string[] =>
  [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.\w+|[\w-]+\.test\.ts)`/g)].map(([, file = ""]) => file);
