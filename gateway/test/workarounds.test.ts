import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(`${root}docs/decisions/gateway-workarounds.md`, "utf8");
const sources = readdirSync(`${root}gateway/src`, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => ({ path: `gateway/src/${path}`, text: readFileSync(`${root}gateway/src/${path}`, "utf8") }));

const testsIn = (text: string) => text.match(/gateway\/test\/[\w./-]+\.ts/g) ?? [];

test("every file that a workaround names exists", () => {
  const named = [page, ...sources.map(({ text }) => text)].flatMap(
    (text) => text.match(/(gateway|packages)\/[\w./-]+\.ts/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(root + path))).toEqual([]);
});

test("every workaround in the sources is on the decision page", () => {
  const withWorkarounds = sources.filter(({ text }) => testsIn(text).length > 0);
  expect(withWorkarounds.map(({ path }) => path).filter((path) => !page.includes(path))).toEqual([]);
});

test("the page names the versions that are installed", () => {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(`${root}node_modules/${name}/package.json`, "utf8")) as { version: string })
      .version;
  expect(page).toContain(`Apollo Gateway ${versionOf("@apollo/gateway")}`);
  expect(page).toContain(`graphql-js ${versionOf("graphql")}`);
});
