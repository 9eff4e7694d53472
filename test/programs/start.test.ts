import { once } from "node:events";
import { copyFile, truncate, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { forSomeSettings, listingPackages, packagesOf } from "../support/loaded-packages.js";
import { startProgram } from "../support/program.js";
import { dataFolders, embedded, poorHouseholdsOfHaNoi, rightAnswer, tokenFor } from "../support/start.js";

const { emptyFolder, onSample } = dataFolders();

const start = (folder: string, env: Record<string, string> = {}) => startOn({ DATA_DIR: folder, ...env });
const startOn = (settings: Readonly<Record<string, string>>) =>
  startProgram(embedded, { PORT: "0", ...settings });

function sampleFile(department: string): string {
  const [, location] = inject("locations").sqlite?.find(([name]) => name === department) ?? [];
  return location?.kind === "sqlite" ? location.file : expect.fail("Expected the sample in a file.");
}

describe("the embedded start", () => {
  // The first start in an empty folder: sample.setup.ts.
  test("loads what is missing of the sample, also after a load that was killed, answers, and exits 0 on Ctrl-C", async () => {
    const settings = await onSample("households");
    await using killed = startOn(settings);
    // The loans are being loaded meanwhile.
    await killed.until(/housing-projects: /);
    killed.kill("SIGKILL");
    await killed.ended();
    await using program = startOn(settings);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    expect(program.output()).toMatch(/The sample is loaded/);
    expect(program.output()).not.toMatch(/rejected/);
    program.kill("SIGINT");
    expect(await program.ended()).toBe(0);
  });

  test("does not load again on a later start, loads no package that it does not need, and takes the tokens that developers print", async () => {
    const settings = await onSample();
    await using program = startOn({ ...settings, ...listingPackages });
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    expect(await poorHouseholdsOfHaNoi(program, await tokenFor(settings.DATA_DIR))).toEqual(rightAnswer);
    expect(await poorHouseholdsOfHaNoi(program, "a.b.c")).toMatchObject({
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    expect(program.output()).not.toMatch(/sample/);
    expect(program.output()).toMatch(/A first query to paste/);
    const loaded = await packagesOf(program);
    expect(loaded).toContain("typeorm");
    expect(loaded.filter((name) => [...forSomeSettings, "undici"].includes(name))).toEqual([]);
  });

  test("an empty database file is filled", async () => {
    const settings = await onSample("households", "credit-programs", "meritorious-service");
    await writeFile(join(settings.DATA_DIR, "housing-projects.sqlite"), "");
    await using program = startOn(settings);
    expect(await poorHouseholdsOfHaNoi(program)).toEqual(rightAnswer);
    expect(program.output()).toMatch(/The sample is loaded: [1-9]/);
  });

  test.each([
    ["a file that is no database", (file: string) => writeFile(file, "This is not a database. ".repeat(500))],
    [
      "a database file cut short",
      (file: string) => copyFile(sampleFile("housing-projects"), file).then(() => truncate(file, 1_000_000)),
    ],
  ])("%s stops the start with a message that says what to do", async (_, damage) => {
    const settings = await onSample("households", "credit-programs", "meritorious-service");
    await damage(join(settings.DATA_DIR, "housing-projects.sqlite"));
    await using program = startOn(settings);
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(
      /housing-projects\.sqlite is not a usable SQLite database.*Move the file away/s,
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
      HOUSEHOLDS_DATABASE_REPLICA_URLS: "mysql://root:short%20secret@127.0.0.1/households,nowhere",
      DATABASE_REPLICA_LAG_MS: "0",
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
      "HOUSEHOLDS_DATABASE_REPLICA_URLS",
      "DATABASE_REPLICA_LAG_MS",
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
    expect(program.output()).not.toMatch(/short( |%20)secret/);
  });

  test.each([
    ["HOST", { HOST: "203.0.113.1" }, "203.0.113.1 is not an address of this machine"],
    ["MYSQL_URL", { MYSQL_URL: "mysql://root:secret@127.0.0.1:1" }, "mysql://127.0.0.1:1 cannot be used"],
    [
      "HOUSEHOLDS_DATABASE_URL",
      { HOUSEHOLDS_DATABASE_URL: "mysql://root:secret@127.0.0.1:1/households" },
      "mysql://127.0.0.1:1/households cannot be used",
    ],
    [
      "CREDIT_PROGRAMS_DATABASE_REPLICA_URLS",
      { CREDIT_PROGRAMS_DATABASE_REPLICA_URLS: "mysql://root:secret@127.0.0.1:1/credit" },
      "a SQLite file has no replicas",
    ],
  ])("what cannot be used is named with its setting, %s", async (setting, env, message) => {
    await using program = start(await emptyFolder(), { ...env, DATABASE_WAIT_SECONDS: "0" });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain(`${setting}: ${message}`);
    expect(program.output()).not.toMatch(/secret|\n\s+at /);
  });
});
