import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";
import { findChromium } from "./support/chromium.js";
import { inOtherPairs, wholePairs } from "./support/graph-pairs.js";
import { LongestFirst } from "./support/longest-first.js";
import { hasMysql } from "./support/mysql-server.js";

const require = createRequire(import.meta.url);
const conditions = ["@an-sinh/source", "node", "default"];
const root = fileURLToPath(new URL("..", import.meta.url));

const resolving = {
  root,
  resolve: {
    // Apollo's packages load the CommonJS entry; a second copy of graphql fails its `instanceof` checks.
    alias: [{ find: /^graphql$/, replacement: require.resolve("graphql") }],
    conditions,
  },
  ssr: { resolve: { conditions } },
};

const setup = (name: string) => fileURLToPath(new URL(`support/${name}.setup.ts`, import.meta.url));

/** The tests of the graph in one dialect and topology. */
function graphProject(
  dialect: "sqlite" | "mysql",
  topology: "embedded" | "http",
): TestProjectInlineConfiguration {
  const name = `${dialect} ${topology}`;
  const files = wholePairs.includes(name) ? ["**/*"] : (inOtherPairs[name] ?? []);
  return {
    ...resolving,
    test: {
      name,
      include: files.map((file) => `test/graph/${file}.test.ts`),
      globalSetup: [setup("sample")],
      // Each test closes what it starts, so files can share what they import.
      isolate: false,
      env: { TEST_DIALECT: dialect, TEST_TOPOLOGY: topology },
      testTimeout: 120_000,
      hookTimeout: 60_000,
    },
  };
}

const dialects = hasMysql() ? (["sqlite", "mysql"] as const) : (["sqlite"] as const);

if (!hasMysql()) {
  const lacking =
    process.env["SKIP_MYSQL"] === "1"
      ? "SKIP_MYSQL=1"
      : "no MySQL or MariaDB server program on the PATH and no MYSQL_URL";
  if (process.env["REQUIRE_MYSQL"] === "1") throw new Error(`REQUIRE_MYSQL is set, but there is ${lacking}.`);
  process.stdout.write(`Skipping the tests on MySQL: ${lacking}.\n`);
}

const hasBrowser = findChromium() !== undefined;

if (!hasBrowser) {
  const lacking = "no chromium on the PATH, or SKIP_BROWSER=1";
  if (process.env["REQUIRE_BROWSER"] === "1")
    throw new Error(`REQUIRE_BROWSER is set, but there is ${lacking}.`);
  process.stdout.write(`Skipping the tests in a browser: ${lacking}.\n`);
}

/** The pages, in a real browser. */
const browserProject: TestProjectInlineConfiguration = {
  ...resolving,
  test: {
    name: "browser",
    include: ["test/browser/**/*.test.ts"],
    isolate: false,
    globalSetup: [setup("sample"), setup("browser")],
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  ...resolving,
  test: {
    globalSetup: [setup("mysql")],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...resolving,
        test: {
          name: "units",
          isolate: false,
          include: ["{gateway,schema,packages/*,subgraphs/*}/test/**/*.test.ts", "test/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...resolving,
        test: {
          name: "programs",
          include: ["test/programs/*.test.ts"],
          globalSetup: [setup("sample")],
          // A first start loads the sample: over a minute on a busy machine.
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      ...(hasBrowser ? [browserProject] : []),
      ...dialects.flatMap((dialect) => [graphProject(dialect, "embedded"), graphProject(dialect, "http")]),
    ],
  },
});
