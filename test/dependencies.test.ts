import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./support/documents.js";

const read = (path: string) => readFileSync(join(root, path), "utf8");

test("there is one copy of graphql, because two fail each other's instanceof checks", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, object> };
  const copies = Object.keys(packages).filter((path) => path.endsWith("node_modules/graphql"));
  expect(copies).toEqual(["node_modules/graphql"]);
});

test("every override is explained", () => {
  const { overrides } = JSON.parse(read("package.json")) as { overrides: Record<string, object | string> };
  const names = Object.entries(overrides).flatMap(([name, value]) =>
    typeof value === "string" ? [name] : [name, ...Object.keys(value)],
  );
  const page = read("docs/decisions/package-overrides.md");
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
