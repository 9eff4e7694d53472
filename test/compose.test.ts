import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { servingVariables } from "@an-sinh/gateway/serving-variables";
import { roleScopes, writeScopes } from "@an-sinh/deployment/sign-in/roles";
import { parse } from "yaml";
import { describe, expect, it, test } from "vitest";
import { databaseName } from "@an-sinh/deployment/databases";
import { departments, routingUrl } from "@an-sinh/deployment/departments";

interface Service {
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly healthcheck?: object;
  readonly mem_limit?: string;
  readonly pids_limit?: number;
  readonly networks?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
}

interface ComposeFile {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const compose = parse(read("docker-compose.yml"), { merge: true }) as ComposeFile;
const services = Object.entries(compose.services);

/** Reachable from outside, and able to reach it. */
const isOpen = (network: string) => compose.networks[network]?.internal !== true;

const constantOf = (subgraph: string) => subgraph.toUpperCase().replaceAll("-", "_");

/** Without these, compose does not start. */
const neededKeys = Object.fromEntries(
  ["CURSOR_KEY", ...departments.map(({ name }) => `SUBGRAPH_KEY_${constantOf(name)}`)].map((name) => [
    name,
    "0".repeat(64),
  ]),
);

/** The errors that docker compose reports. Empty, too, where the plugin is not installed. */
function dockerErrors(): string[] {
  const isInstalled = spawnSync("docker", ["compose", "version"]).status === 0;
  if (!isInstalled) return [];
  const { status, stderr } = spawnSync("docker", ["compose", "config", "--quiet", "--no-interpolate"], {
    cwd: root,
    env: { ...process.env, ...neededKeys },
    encoding: "utf8",
  });
  return status === 0 ? [] : [stderr];
}

/** The schema of the compose specification, as dclint ships it. */
function composeSchema(): object {
  const dclint = dirname(createRequire(import.meta.url).resolve("dclint/package.json"));
  const schema = JSON.parse(readFileSync(join(dclint, "schemas", "compose.schema.json"), "utf8")) as object;
  // It names its draft in a form that ajv does not know.
  return { ...schema, $schema: "http://json-schema.org/draft-07/schema#" };
}

const problemsOf = (file: unknown): readonly unknown[] => {
  const validate = new Ajv({ strict: false, allErrors: true, logger: false }).compile(composeSchema());
  return validate(file) ? [] : (validate.errors ?? []);
};

test.each(Object.keys(servingVariables))(
  "%s is in .env.example, and reaches the gateway's container",
  (variable) => {
    expect(read(".env.example")).toMatch(new RegExp(`^#${variable}=`, "m"));
    expect(compose.services["gateway"]?.environment).toHaveProperty(variable);
  },
);

describe("docker-compose.yml", () => {
  it("follows the compose specification", () => {
    expect([...problemsOf(compose), ...dockerErrors()]).toEqual([]);
    expect(problemsOf({ services: { gateway: { image: "node:24-slim", port: ["4000:4000"] } } })).not.toEqual(
      [],
    );
  });

  it("has operations made ready for every role", () => {
    const expected = "${WARM_SCOPES:-" + writeScopes(roleScopes) + "}";
    expect(compose.services["gateway"]?.environment?.["WARM_SCOPES"]).toBe(expected);
  });

  it("publishes the gateway's port and no other", () => {
    const publishing = services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name);
    expect(publishing).toEqual(["gateway"]);
  });

  it("publishes it to this machine only", () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  it("limits the memory and the processes of every service", () => {
    const unlimited = services.filter(([, { mem_limit, pids_limit }]) => !mem_limit || !pids_limit);
    expect(unlimited.map(([name]) => name)).toEqual([]);
  });

  it("has no default for a password", () => {
    const passwords = read("docker-compose.yml").match(/\$\{\w*PASSWORD[^}]*\}/g) ?? [];
    expect(passwords.length).toBeGreaterThan(5);
    expect(passwords.filter((password) => !/^\$\{\w+:\?/.test(password))).toEqual([]);
  });

  it("lets no user of a department make or drop a table", () => {
    const script = read("packages/deployment/create-databases.sh").replaceAll(/\n {2}(?=ON)/g, " ");
    const grants = script.match(/GRANT .* TO .*/g) ?? [];
    expect(grants).toHaveLength(2);
    expect(grants.filter((grant) => !grant.includes("an_sinh_migration"))).toEqual([
      expect.stringMatching(/^GRANT SELECT, INSERT, UPDATE, DELETE ON \S+ TO '\$name'@'%';$/),
    ]);
  });

  it("lets only the gateway out of the internal networks", () => {
    const reachable = services
      .filter(([, { networks = ["default"] }]) => networks.some(isOpen))
      .map(([name]) => name);
    expect(reachable).toEqual(["gateway"]);
  });

  it("checks the health of every service that stays up", () => {
    const unchecked = services.filter(([, { healthcheck }]) => healthcheck === undefined);
    expect(unchecked.map(([name, { restart }]) => ({ name, restart }))).toEqual([
      { name: "sample", restart: "no" },
    ]);
  });

  it("runs the main modules of workspaces that exist", () => {
    const commands = services.flatMap(([, { command }]) => (command ? [command.join(" ")] : []));
    expect(commands).toHaveLength(departments.length + 2);
    const sources = commands.map((command) =>
      command.replace(/^node (.+)\/dist\/([\w.]*main)\.js$/, "$1/src/$2.ts"),
    );
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  });

  describe.each(departments)("for $name", (subgraph) => {
    const constant = constantOf(subgraph.name);
    const { PORT, DATABASE_URL, DATABASE_REPLICA_URLS, DATABASE_REPLICA_LAG_MS, ...others } =
      compose.services[subgraph.name]?.environment ?? {};

    it("gives it the database of its own department only", () => {
      const database = databaseName(subgraph.name);
      const password = `\${${constant}_DATABASE_PASSWORD:?expected a password}`;
      expect(DATABASE_URL).toBe(`mysql://${database}:${password}@mysql:3306/${database}`);
      expect(DATABASE_REPLICA_URLS).toBe(`\${${constant}_DATABASE_REPLICA_URLS:-}`);
      expect(DATABASE_REPLICA_LAG_MS).toBe("${DATABASE_REPLICA_LAG_MS:-}");
      expect(Object.values(others).filter((value) => String(value).includes("DATABASE"))).toEqual([]);
    });

    it("has the database made and filled", () => {
      expect(compose.services["sample"]?.environment?.[`${constant}_DATABASE_URL`]).toBe(
        `mysql://an_sinh_migration:\${MIGRATION_DATABASE_PASSWORD:?expected a password}@mysql:3306/${databaseName(subgraph.name)}`,
      );
      expect(compose.services["mysql"]?.environment).toHaveProperty(`${constant}_DATABASE_PASSWORD`);
      expect(read("packages/deployment/create-databases.sh").split(/[\s;]/)).toContain(constant);
    });

    it("tells the gateway where it listens", () => {
      expect(PORT).toBe(subgraph.port);
      expect(compose.services["gateway"]?.environment?.[`SUBGRAPH_URL_${constant}`]).toBe(
        routingUrl(subgraph),
      );
    });

    it("gives it and the gateway a key of its own, and does not start without", () => {
      const key = `\${SUBGRAPH_KEY_${constant}:?expected what openssl rand -hex 32 prints}`;
      expect(others["SUBGRAPH_KEY"]).toBe(key);
      expect(compose.services["gateway"]?.environment?.[`SUBGRAPH_KEY_${constant}`]).toBe(key);
      expect(read(".env.example")).toContain(`#SUBGRAPH_KEY_${constant}=\n`);
    });

    it("has it in the image", () => {
      expect(read("subgraphs/Dockerfile")).toContain(
        `COPY subgraphs/${subgraph.name} subgraphs/${subgraph.name}\n`,
      );
    });
  });
});
