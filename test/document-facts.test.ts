import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { databaseVariable } from "@an-sinh/deployment/env";
import { departments } from "@an-sinh/deployment/departments";
import { defaultQueryLimits } from "@an-sinh/gateway/limits/query-limits";
import { errorCodes } from "@an-sinh/server/errors";
import { documents, root } from "./support/documents.js";
import { codeInFirstColumn, npmScripts } from "./support/markdown.js";

interface PackageFile {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(join(root, path), "utf8");
const packageFile = (folder: string) => JSON.parse(read(`${folder}/package.json`)) as PackageFile;

describe("the commands", () => {
  const scripts = Object.keys(packageFile(".").scripts);

  test("that documents name are there", () => {
    const named = documents().flatMap(npmScripts);
    expect(named.filter((script) => !scripts.includes(script))).toEqual([]);
  });

  test("that are there are in docs/commands.md", () => {
    const text = read("docs/commands.md");
    const missing = scripts.filter((script) => !new RegExp(`npm (run )?${script}\\b`).test(text));
    expect(missing).toEqual([]);
  });
});

test("docs/errors.md explains every error code once, and no other", () => {
  expect(codeInFirstColumn(read("docs/errors.md")).toSorted()).toEqual(errorCodes.toSorted());
});

describe("docs/api-conventions.md", () => {
  const text = read("docs/api-conventions.md");

  test("states the limits of a query", () => {
    const limits = text.matchAll(/^\| (tokens|operations|depth|fields|aliases|root fields) +\| +(\d+) /gm);
    const stated = [...limits].map(([, name = "", limit]) => [
      name === "root fields" ? "rootFields" : name,
      Number(limit),
    ]);
    expect(Object.fromEntries(stated)).toEqual(defaultQueryLimits);
  });
});

test("docs/architecture.md names the packages that a workspace depends on", () => {
  const rows = [...read("docs/architecture.md").matchAll(/^\| `([\w/*-]+)` +\|[^|]+\| ([^|]+)\|$/gm)];
  const everything = rows.map(([, folder = ""]) => folder);
  expect(everything.length).toBeGreaterThan(5);
  for (const [, folder = "", allowed = ""] of rows) {
    if (allowed.includes("everything above")) continue;
    const forbidden = workspacesOf(folder)
      .flatMap(dependenciesOf)
      .filter((name) => !allowed.split(/, /).some((item) => item.trim() === groupOf(name)));
    expect({ folder, forbidden }).toEqual({ folder, forbidden: [] });
  }
});

const workspacesOf = (folder: string): string[] =>
  folder.endsWith("/*") ? departments.map(({ name }) => `${folder.slice(0, -1)}${name}`) : [folder];

const dependenciesOf = (folder: string): string[] =>
  Object.keys(packageFile(folder).dependencies ?? {})
    .filter((name) => name.startsWith("@an-sinh/"))
    .map((name) => name.slice("@an-sinh/".length));

const groupOf = (name: string): string =>
  departments.some((department) => department.name === name) ? "the departments" : name;

test("docs/architecture.md and CONTRIBUTING.md name every package", () => {
  const folders = readdirSync(join(root, "packages"))
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, "package.json")));
  for (const path of ["docs/architecture.md", "CONTRIBUTING.md"]) {
    const text = read(path);
    expect({ path, missing: folders.filter((folder) => !text.includes(folder)) }).toEqual({
      path,
      missing: [],
    });
  }
});

test(".env.example names the database of every department", () => {
  const text = read(".env.example");
  const variables = departments.map(({ name }) => databaseVariable(name));
  expect(variables.filter((variable) => !text.includes(`#${variable}=`))).toEqual([]);
});

test("every way to start a gateway gives Node the memory that docs/commands.md explains", () => {
  const { start = "", "start:distributed": distributed = "" } = packageFile(".").scripts;
  const starts = [
    start,
    distributed,
    packageFile("gateway").scripts["start"] ?? "",
    read("gateway/Dockerfile"),
  ];
  const option = /--max-semi-space-size=\d+/;
  const given = starts.map((text) => option.exec(text)?.[0]);
  expect(given).toEqual(starts.map(() => option.exec(read("docs/commands.md"))?.[0]));
});
