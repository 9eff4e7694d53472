import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";
import { inOtherPairs } from "./support/graph-pairs.js";
import { longFiles } from "./support/longest-first.js";

const pathOf = (name: string) =>
  `test/graph/${name.endsWith("/*") ? name.slice(0, -"/*".length) : `${name}.test.ts`}`;

// Vitest says nothing of a name without a file.
test.each([...Object.values(inOtherPairs).flat().map(pathOf), ...longFiles])(
  "%s, which a list of tests names, is there",
  (path) => expect(existsSync(join(root, path)), path).toBe(true),
);
