import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What a manifest and an entry of the lock file say about dependencies. */
interface Package {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /** A workspace: `resolved` is its folder. */
  readonly link?: boolean;
  readonly resolved?: string;
}

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const readJson = <Json>(path: string) => JSON.parse(read(path)) as Json;
const locked = readJson<{ readonly packages: Readonly<Record<string, Package>> }>(
  "package-lock.json",
).packages;

const isWorkspace = (path: string) => !path.includes("node_modules/");

/** A workspace's manifest counts, not the lock file: `npm install` may not have run since it changed. */
const packageAt = (path: string): Package =>
  isWorkspace(path) ? readJson<Package>(`${path}/package.json`) : (locked[path] ?? {});

/** Where Node finds a package that the package at a path imports. Undefined: it is not installed. */
function resolve(name: string, from: string): string | undefined {
  const path = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  const entry = locked[path];
  if (entry) return entry.link ? entry.resolved : path;
  return from === "" ? undefined : resolve(name, from.slice(0, Math.max(0, from.lastIndexOf("/"))));
}

/** The paths of all packages that a workspace needs in production, with itself. */
function closureOf(workspace: string): ReadonlySet<string> {
  const closure = new Set([workspace]);
  // A set also iterates over what is added during the iteration.
  for (const path of closure) {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packageAt(path);
    for (const name of Object.keys({ ...optionalDependencies, ...peerDependencies, ...dependencies })) {
      const found = resolve(name, path);
      if (found !== undefined) closure.add(found);
      else if (name in dependencies && !(name in optionalDependencies))
        throw new Error(`${path} depends on ${name}, which is not in package-lock.json`);
    }
  }
  return closure;
}

const closure = [...closureOf("gateway")];
const workspaces = closure.filter(isWorkspace).toSorted();

describe("what the gateway depends on", () => {
  it("is the workspace packages/server, the built pages, and no other", () => {
    expect(workspaces).toEqual(["gateway", "packages/console", "packages/explorer", "packages/server"]);
  });

  it("has nothing of databases", () => {
    const names = closure.map((path) => path.replace(/^.*node_modules\//, ""));
    const ofDatabases = /^(typeorm|type-graphql|mysql2?|mariadb|sqlite3|better-sqlite3|libsql|@libsql\/.+)$/;
    expect(names.filter((name) => ofDatabases.test(name))).toEqual([]);
    expect(names).toContain("@apollo/gateway");
  });
});

describe("gateway/Dockerfile", () => {
  const dockerfile = read("gateway/Dockerfile");
  /** What the gateway reads when it starts: no code, and no workspace. */
  const documents = ["schema/supergraph.graphql", "schema/operations"];
  const copies = dockerfile
    .split("\n")
    .filter((line) => line.startsWith("COPY "))
    .map((line) => line.split(" ").slice(1, -1));
  const sources = copies.filter(([first]) => first !== "--from=build").flat();
  const kept = copies.filter(([first]) => first === "--from=build").flatMap(([, ...paths]) => paths);

  it("installs and builds the workspaces that the gateway depends on, and no other", () => {
    const ofWorkspace = (source: string) => /^(gateway|packages|subgraphs|schema|test)(\/|$)/.test(source);
    const copied = sources.filter((source) => ofWorkspace(source) && !documents.includes(source));
    const expected = workspaces.flatMap((workspace) => [workspace, `${workspace}/package.json`]);
    expected.push("packages/build");
    expect(copied.toSorted()).toEqual(expected.toSorted());
  });

  it("copies the documents that its settings name", () => {
    const named = [...dockerfile.matchAll(/_FILE=\/app\/(\S+)/g)].map(([, path]) => path);
    expect(named).toEqual(documents);
    expect(sources).toEqual(expect.arrayContaining(documents));
  });

  it("keeps for the image what it has built, and no other folder", () => {
    const folders = workspaces.map((workspace) => `/app/${workspace.split("/", 1)[0]}`);
    expect(kept.toSorted()).toEqual(
      [...new Set(folders), "/app/node_modules", "/app/package.json"].toSorted(),
    );
  });
});
