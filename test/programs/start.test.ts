import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cursorKey } from "@an-sinh/subgraph-kit/cursors/cursor-key";
import { Cursors } from "@an-sinh/subgraph-kit/cursors/cursors";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { postQuery } from "../support/post-query.js";
import "../support/prepared-databases.js";
import { startCommand, startProgram, type Program } from "../support/program.js";

const embedded = "packages/deployment/dist/embedded.main.js";
const distributed = "packages/deployment/dist/distributed.main.js";
const ready = /Endpoint +(http\S+)/;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "an-sinh-start-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const emptyFolder = () => mkdtemp(join(root, "data-"));

/** A folder with the sample data already loaded. */
async function loadedFolder(): Promise<string> {
  const folder = await emptyFolder();
  for (const [name, location] of inject("locations").sqlite ?? []) {
    if (location.kind === "sqlite") await copyFile(location.file, join(folder, `${name}.sqlite`));
  }
  return folder;
}

const start = (folder: string, env: Record<string, string> = {}) =>
  startProgram(embedded, { DATA_DIR: folder, PORT: "0", ...env });

/** What `npm run token` prints for an officer. */
async function tokenFor(folder: string): Promise<string> {
  const args = ["--role", "province-officer", "--area", "VN"];
  await using program = startProgram("packages/deployment/dist/token.main.js", { DATA_DIR: folder }, args);
  expect(await program.ended()).toBe(0);
  return program.output().trim();
}

async function poorHouseholdsOfHaNoi(program: Program, token?: string): Promise<unknown> {
  const [, endpoint = ""] = await program.until(ready);
  const query =
    '{ administrativeUnit(code: "01") { poverty(year: 2024) { poor nearPoor } credit(year: 2024) { year } } }';
  return postQuery(endpoint, query, {}, token);
}

const rightAnswer = {
  data: { administrativeUnit: { poverty: { poor: 0, nearPoor: 9928 }, credit: { year: 2024 } } },
};

describe("the embedded start", () => {
  test("loads the sample on the first start, also after a load that was killed, answers, and exits 0 on Ctrl-C", async () => {
    const folder = await emptyFolder();
    await using killed = start(folder);
    // The households are being loaded meanwhile.
    await killed.until(/housing-projects: /);
    killed.kill("SIGKILL");
    await killed.ended();
    await using program = start(folder);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    expect(program.output()).toMatch(/The sample is loaded/);
    expect(program.output()).not.toMatch(/rejected/);
    program.kill("SIGINT");
    expect(await program.ended()).toBe(0);
  });

  test("does not load again on a later start, and takes the tokens that developers print", async () => {
    const folder = await loadedFolder();
    await using program = start(folder);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    expect(await poorHouseholdsOfHaNoi(program, await tokenFor(folder))).toEqual(rightAnswer);
    expect(await poorHouseholdsOfHaNoi(program, "a.b.c")).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect(program.output()).not.toMatch(/sample/);
    expect(program.output()).toMatch(/A first query to paste/);
  });

  test("an empty database file is filled", async () => {
    const folder = await loadedFolder();
    await rm(join(folder, "credit-programs.sqlite"));
    await writeFile(join(folder, "credit-programs.sqlite"), "");
    await using program = start(folder);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
  });

  test.each([
    ["a file that is no database", (file: string) => writeFile(file, "This is not a database. ".repeat(500))],
    ["a database file cut short", (file: string) => truncate(file, 1_000_000)],
  ])("%s stops the start with a message that says what to do", async (_, damage) => {
    const folder = await loadedFolder();
    await damage(join(folder, "households.sqlite"));
    await using program = start(folder);
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(
      /households\.sqlite is not a usable SQLite database.*Move the file away/s,
    );
    expect(program.output()).not.toMatch(/\n\s+at /);
  });

  test("a taken port is one clear message", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await using program = start(await emptyFolder(), { PORT: String(port) });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(`PORT: port ${port} is in use`);
    other.close();
  });

  test("bad settings are listed all at once", async () => {
    await using program = start(await emptyFolder(), {
      PORT: "eighty",
      LOG_LEVEL: "loud",
      NODE_ENV: "staging",
      MYSQL_URL: "nowhere",
      HOUSEHOLDS_DATABASE_URL: "nowhere",
      CORS_ORIGINS: "example.org",
      INTROSPECTION: "perhaps",
      SUBGRAPH_TIMEOUT_MS: "soon",
      SHARE_QUERIES: "perhaps",
      DATABASE_QUEUE: "0",
      DATABASE_WAIT_SECONDS: "-1",
      WORKERS: "65",
      EXECUTOR: "other",
      UNAUTHORIZED: "ignore",
      CURSOR_KEY: "short secret",
      JWKS: "ftp://keys",
    });
    expect(await program.ended()).toBe(1);
    for (const variable of [
      "PORT",
      "LOG_LEVEL",
      "NODE_ENV",
      "MYSQL_URL",
      "HOUSEHOLDS_DATABASE_URL",
      "CORS_ORIGINS",
      "INTROSPECTION",
      "SUBGRAPH_TIMEOUT_MS",
      "SHARE_QUERIES",
      "WORKERS",
      "DATABASE_QUEUE",
      "DATABASE_WAIT_SECONDS",
      "EXECUTOR",
      "UNAUTHORIZED",
      "CURSOR_KEY",
      "JWKS",
      "JWT_ISSUER",
      "JWT_AUDIENCE",
    ])
      expect(program.output()).toContain(`${variable}: expected`);
    expect(program.output()).not.toContain("short secret");
  });

  test.each([
    ["HOST", { HOST: "203.0.113.1" }, "203.0.113.1 is not an address of this machine"],
    ["MYSQL_URL", { MYSQL_URL: "mysql://root:secret@127.0.0.1:1" }, "mysql://127.0.0.1:1 cannot be used"],
    [
      "HOUSEHOLDS_DATABASE_URL",
      { HOUSEHOLDS_DATABASE_URL: "mysql://root:secret@127.0.0.1:1/households" },
      "mysql://127.0.0.1:1/households cannot be used",
    ],
  ])("what cannot be reached is named with its setting, %s", async (setting, env, message) => {
    await using program = start(await emptyFolder(), { ...env, DATABASE_WAIT_SECONDS: "0" });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(`${setting}: ${message}`);
    expect(program.output()).not.toMatch(/secret|\n\s+at /);
  });
});

describe.each([
  ["embedded", embedded],
  ["distributed", distributed],
])("the %s start obeys", (_, file) => {
  test("INTROSPECTION, CORS_ORIGINS and WORKERS", async () => {
    const env = { INTROSPECTION: "0", CORS_ORIGINS: "https://portal.example", WORKERS: "2" };
    const folder = await loadedFolder();
    await using program = startProgram(file, { DATA_DIR: folder, PORT: "0", ...env });
    const [, endpoint = ""] = await program.until(ready);
    expect(await unitsOfCursors(endpoint, folder)).toEqual(["00001"]);
    expect(await postQuery(endpoint, "{ __schema { types { name } } }")).toMatchObject({
      errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }],
    });
    expect(await allowedOrigin(endpoint, "https://portal.example")).toBe("https://portal.example");
    expect(await allowedOrigin(endpoint, "http://localhost:5173")).toBeNull();
    expect(program.output().match(/Endpoint|Processes +2|Explorer|first query/g)).toEqual([
      "Endpoint",
      "Processes 2",
    ]);
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
  });
});

/** What the cursors of one unit say that several processes made, by the key that only the user of the program may read. */
async function unitsOfCursors(endpoint: string, folder: string): Promise<unknown> {
  const file = join(folder, "cursor-key");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const cursors = new Cursors(cursorKey.parse(await readFile(file, "utf8")));
  const query = "{ administrativeUnits(first: 1) { pageInfo { endCursor } } }";
  const answers = await Promise.all(Array.from({ length: 8 }, () => postQuery(endpoint, query)));
  const made = new Set((answers as Units[]).map(({ data }) => data.administrativeUnits.pageInfo.endCursor));
  return [...made].map((cursor) => cursors.decode("administrativeUnits", cursor, ["string", "string"])[0]);
}

interface Units {
  readonly data: { readonly administrativeUnits: { readonly pageInfo: { readonly endCursor: string } } };
}

/** The site whose pages may read an answer, by the answer to a page of `origin`. */
async function allowedOrigin(endpoint: string, origin: string): Promise<string | null> {
  const headers = { origin, "access-control-request-method": "POST" };
  const { headers: allowed } = await fetch(endpoint, { method: "OPTIONS", headers });
  return allowed.get("access-control-allow-origin");
}

describe("npm start", () => {
  test.each([
    ["SIGTERM to npm alone", [], (npm: Program) => npm.kill("SIGTERM")],
    [
      "Ctrl-C, which all processes get",
      ["--workspace", "gateway"],
      (npm: Program) => npm.killGroup("SIGINT"),
    ],
  ])("%s ends the server, and nothing keeps the port", async (_, args, end) => {
    const env = { DATA_DIR: await loadedFolder(), PORT: "0" };
    await using npm = startCommand("npm", ["start", ...args], env);
    const [, endpoint = ""] = await npm.until(/ndpoint:? +(http\S+)/);
    end(npm);
    expect(await npm.ended()).toBe(0);
    await expect(fetch(endpoint)).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
  });
});

/** The processes that a process started, by their command lines. Linux tells. */
async function childrenOf(pid: number): Promise<ReadonlyMap<string, number>> {
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8");
  const pids = children.trim().split(" ").map(Number);
  const lines = await Promise.all(pids.map((child) => readFile(`/proc/${child}/cmdline`, "utf8")));
  return new Map(lines.map((line, index) => [line, pids[index] ?? 0]));
}

describe("the distributed start", () => {
  test("on SQLite files: five processes answer together, one that dies is replaced, and all end together", async () => {
    const folder = await loadedFolder();
    await using program = startProgram(distributed, { DATA_DIR: folder, PORT: "0" });
    expect(await poorHouseholdsOfHaNoi(program, await tokenFor(folder))).toEqual(rightAnswer);
    const children = await childrenOf(program.pid);
    expect(children.size).toBe(5);
    for (const [path, pid] of children)
      if (/credit-programs|gateway/.test(path)) process.kill(pid, "SIGKILL");
    await program.until(/serves again(?:.*\n)*.*serves again/);
    expect(program.output().match(/"service":"[\w-]+","reason":"SIGKILL","delayMs":100,/g)).toHaveLength(2);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    const replaced = await childrenOf(program.pid);
    program.kill("SIGTERM");
    expect(await program.ended()).toBe(0);
    for (const pid of replaced.values()) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });

  // On the private server the databases have the names that the program looks for, and are loaded already.
  test.runIf(inject("mysqlUrl") && inject("mysqlPrefix") === "")(
    "on MySQL: the same from its databases",
    async () => {
      const env = { MYSQL_URL: inject("mysqlUrl") ?? "", DATA_DIR: await emptyFolder(), PORT: "0" };
      await using program = startProgram(distributed, env);
      expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
      program.kill("SIGINT");
      expect(await program.ended()).toBe(0);
    },
  );
});
