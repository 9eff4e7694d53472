import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** Beginnings of words in British spelling, each cut in two so that this file does not find itself. */
const british = [
  ["program", "me"],
  ["organ", "is"],
  ["recogn", "is"],
  ["normal", "is"],
  ["initial", "is"],
  ["summar", "is"],
  ["author", "is"],
  ["serial", "is"],
  ["social", "is[ei]"],
  ["catalog", "ue"],
  ["lab", "our"],
  ["neighb", "our"],
  ["behavi", "our"],
  ["fav", "our"],
  ["hon", "our"],
  ["col", "our"],
  ["cent", "re"],
  ["met", "res?\\b"],
  ["judg", "ement"],
  ["licen", "ce"],
  ["cancel", "l(ed|ing)"],
  ["model", "l(ed|ing)"],
  ["label", "l(ed|ing)"],
  ["enrol", "ment"],
  ["instal", "ment"],
  ["fulf", "il(ment|s)?\\b"],
  ["analy", "se"],
  ["whil", "st"],
].map((parts) => parts.join(""));

/** Words of other languages and of Git, which the beginnings above also find. */
const isAllowed = (word: string) => /^(meter|organism|socialism|socialist|licensed?)/i.test(word);

test("code, API and documents are written in American English", () => {
  const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  const files = listed.filter(
    (path) =>
      /\.(ts|mjs|md|graphql|csv|ya?ml|json|sh)$|Dockerfile$|\.env\.example$/.test(path) &&
      path !== "package-lock.json",
  );
  const word = new RegExp(`\\w*(?:${british.join("|")})\\w*`, "gi");
  const found = files
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) =>
      [...readFileSync(join(root, path), "utf8").matchAll(word)]
        .filter(([match]) => !isAllowed(match))
        .map(([match]) => `${path}: ${match}`),
    );
  expect([...new Set(found)]).toEqual([]);
});
