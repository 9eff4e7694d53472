import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { official } from "../support/callers.js";
import { postQuery } from "../support/post-query.js";
import { tokenOf, writeKeys } from "../support/tokens.js";
import "../support/prepared-databases.js";

/*
 * Follows the recipe "Add a subgraph" of CONTRIBUTING.md in a copy of the repository: a fifth department with a
 * table of its own, a field on Household, sample rows and a kind of CSV file. Programs run from the sources.
 */

const root = join(import.meta.dirname, "../..");
const fixture = join(import.meta.dirname, "../fixtures/fifth-subgraph");
const department = "school-meals";
const entry = `  {
    ...schoolMeals,
    port: 4005,
    sample: async () => (await import("@an-sinh/school-meals/sample")).schoolMealsTables,
    files: async () => (await import("@an-sinh/school-meals/files")).schoolMealsFiles,
  },
`;

let copy: string;
let environment: Record<string, string>;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "an-sinh-fifth-"));
  await copyRepository();
  await cp(fixture, copy, { recursive: true });
  await enterInList();
  await linkWorkspaces();
  environment = {
    PATH: process.env["PATH"] ?? "",
    TSX_TSCONFIG_PATH: join(copy, "tsconfig.base.json"),
    DATA_DIR: join(copy, ".data"),
    PORT: "0",
    ...(await writeKeys(copy)),
    // Only the fifth department's sample has still to be loaded.
    ...Object.assign({}, ...Object.values(inject("settings"))),
  };
  run("schema/src/generate.main.ts");
}, 120_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

async function copyRepository(): Promise<void> {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
  });
  const sources = listed
    .split("\0")
    .filter((path) => /^(gateway|packages|schema|subgraphs|[^/]+$)/.test(path));
  for (const path of sources) {
    await cp(join(root, path), join(copy, path), { recursive: true }).catch(ignoreMissing);
  }
}

/** A file that git lists may be deleted in the work tree. */
function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

async function enterInList(): Promise<void> {
  const file = join(copy, "packages/deployment/src/departments.ts");
  const list = await readFile(file, "utf8");
  const imported = `import { schoolMeals } from "@an-sinh/school-meals/subgraph";\n${list}`;
  await writeFile(file, imported.replace("\n];\n", `\n${entry}];\n`));
}

/** What `npm install` does: the same packages, and links to the workspaces of the copy. */
async function linkWorkspaces(): Promise<void> {
  const modules = join(copy, "node_modules");
  await mkdir(join(modules, "@an-sinh"), { recursive: true });
  for (const name of await readdir(join(root, "node_modules"))) {
    if (name !== "@an-sinh") await symlink(join(root, "node_modules", name), join(modules, name));
  }
  const manifests = execFileSync(
    "find",
    [copy, "-name", "package.json", "-not", "-path", "*/node_modules/*"],
    {
      encoding: "utf8",
    },
  );
  for (const file of manifests.trim().split("\n")) {
    const { name } = JSON.parse(await readFile(file, "utf8")) as { name: string };
    if (name.startsWith("@an-sinh/")) await symlink(dirname(file), join(modules, name));
    // A package may stand below the workspace that needs it, in a version of its own.
    const own = join(root, relative(copy, dirname(file)), "node_modules");
    if (dirname(file) !== copy && existsSync(own)) await symlink(own, join(dirname(file), "node_modules"));
  }
}

const programArguments = (file: string, args: readonly string[]) => [
  "--import=tsx",
  "--conditions=@an-sinh/source",
  join(copy, file),
  ...args,
];

function run(file: string, ...args: readonly string[]): string {
  return execFileSync(process.execPath, programArguments(file, args), {
    cwd: copy,
    env: environment,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}

async function endpointOf(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error("Expected a process whose output can be read.");
  for await (const line of createInterface({ input: program.stdout })) {
    const endpoint = /Endpoint +(http\S+)/.exec(line)?.[1];
    if (endpoint) return endpoint;
  }
  throw new Error("Expected the program to print its endpoint.");
}

test("its field stands on Household in the composed API", async () => {
  const api = await readFile(join(copy, "schema/api.graphql"), "utf8");
  expect(api).toContain("\n  mealPlan: MealPlan\n");
  expect(await readFile(join(copy, "schema/supergraph.graphql"), "utf8")).toContain(
    "http://school-meals:4005/graphql",
  );
});

test("the graph starts with it, loads its sample and answers across departments", async () => {
  const program = spawn(process.execPath, programArguments("packages/deployment/src/embedded.main.ts", []), {
    cwd: copy,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(program, "exit");
  try {
    const endpoint = await endpointOf(program);
    const query = '{ household(id: "h0000001") { code mealPlan { mealsPerWeek } loans { id } } }';
    expect(await postQuery(endpoint, query, {}, await tokenOf(official))).toMatchObject({
      data: { household: { code: expect.any(String), mealPlan: { mealsPerWeek: 5 } } },
    });
  } finally {
    program.kill("SIGTERM");
    await ended;
  }
});

test("its files are exported and imported by the same commands", async () => {
  const file = join(copy, "meal-plans.csv");
  run("packages/deployment/src/export.main.ts", department, "meal-plans", "--output", file);
  const lines = (await readFile(file, "utf8")).trim().split(/\r?\n/);
  expect(lines[0]).toBe("id,household_id,meals_per_week");
  expect(lines).toHaveLength(101);
  expect(run("packages/deployment/src/import.main.ts", department, "meal-plans", file)).toContain(
    "100 unchanged",
  );
});

test.runIf(inject("mysqlUrl"))("its migrations say what its entities say", () => {
  environment["MYSQL_URL"] = inject("mysqlUrl") ?? "";
  const output = run("packages/deployment/src/migration.main.ts", department, "more");
  expect(output).toBe("sqlite: nothing to do\nmysql: nothing to do\n");
});
