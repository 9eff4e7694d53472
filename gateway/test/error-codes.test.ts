import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { maxHeaderSize } from "node:http";
import { anonymous } from "@an-sinh/server/caller";
import {
  BadUserInputError,
  ClientError,
  errorCodes,
  NotFoundError,
  type ErrorCode,
} from "@an-sinh/server/errors";
import { createGraphQLServer } from "@an-sinh/server/graphql-server";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createGateway } from "../src/gateway.js";
import { createIdentify } from "../src/identity/identify.js";
import { FetchFailedError, type FetchFailureCode } from "../src/responses/fetch-failure.js";
import { unplannableCase } from "./federation/unplannable.case.js";
import { newAuditFolder } from "./support/audit.js";
import { silent, startGateway } from "./support/gateway.js";
import { createIssuer } from "./support/token-issuer.js";
import { compose } from "./support/supergraph.js";

const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

/** The statuses that the document gives a code. */
const documented = (code: ErrorCode): number[] =>
  [...(new RegExp(`^\\| \`${code}\` +\\|([^|]*)\\|`, "m").exec(page)?.[1]?.matchAll(/\d+/g) ?? [])].map(
    Number,
  );

const fail = (error: Error) => () => {
  throw error;
};
const working = {
  name: "working",
  sdl: "type Query { x(n: Int): Int bad: Int gone: Int huge: Int unlogged: Int damaged: Int lost: Int slow: Int broken: Int staff: Int @authenticated } type Mutation { change: Int }",
  resolvers: {
    Query: {
      bad: fail(new BadUserInputError("no")),
      gone: fail(new NotFoundError("no")),
      huge: fail(new ClientError("SUM_TOO_LARGE", "no")),
      unlogged: fail(new ClientError("ACCESS_LOG_UNAVAILABLE", "no")),
      damaged: fail(new ClientError("ACCESS_LOG_DAMAGED", "no")),
      lost: fail(new ClientError("DATABASE_UNAVAILABLE", "no")),
      slow: fail(new ClientError("DATABASE_TIMEOUT", "no")),
      broken: fail(new Error("secret")),
    },
  },
};
const failures: readonly FetchFailureCode[] = ["SUBGRAPH_UNAVAILABLE", "SUBGRAPH_TIMEOUT", "SUBGRAPH_ERROR"];

/** A gateway over subgraphs that all fail, each in its own way. */
async function startFailing() {
  const gateway = await createGateway({
    supergraphSdl: compose(failures.map((name) => ({ name, sdl: `type Query { ${name}: Int }` }))),
    sourceFor: ({ name }) => ({
      fetch: async () => {
        throw new FetchFailedError(failures.find((code) => code === name) ?? "SUBGRAPH_ERROR", "no");
      },
    }),
    logger: silent,
    introspection: true,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  return { url, [Symbol.asyncDispose]: () => gateway.close() };
}

/** A server that fails before it knows who asks. */
async function startBroken() {
  const createContext = fail(new Error("secret"));
  const graph = { schema: buildSchema("type Query { x: Int }") };
  const server = await createGraphQLServer({ graph, logger: silent, introspection: true, createContext });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  return { url, [Symbol.asyncDispose]: () => server.close() };
}

/** A gateway whose access log cannot be written any more, and one that expects a purpose. */
async function startAudited() {
  const subgraph = {
    name: "a",
    sdl: `
      extend schema @link(url: "https://an-sinh.example/specs/audited/v1.0", import: ["@audited"]) @composeDirective(name: "@audited")
      directive @audited(by: String! = "id") on OBJECT
      type Query { x: X } type X @audited(by: "id") @requiresScopes(scopes: [["x:read"]]) { id: ID! }
    `,
    resolvers: { Query: { x: () => ({ id: "1" }) } },
  };
  const identify = async () => ({ ...anonymous, scopes: ["x:read"] });
  const folder = newAuditFolder();
  const full = await startGateway([subgraph], "local", { identify, audit: { folder, key: null } });
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  const audit = { folder: newAuditFolder(), key: null, purposeFor: ["x:*"] };
  return { full, strict: await startGateway([subgraph], "local", { identify, audit }) };
}

const issuer = await createIssuer();
const keys = async () => Promise.reject(new Error("gone"));
const identifyWithoutKeys = createIdentify({ ...issuer.settings, keys }, silent);

const seen = new Map<string, Set<number>>();

/** Asks with either media type, for an operation that is new and for one that is known, and notes code and status. */
async function note(url: string, query: unknown, init: RequestInit = {}, path = "/graphql"): Promise<void> {
  for (const accept of ["application/json", "application/graphql-response+json"]) {
    for (const _ of ["new", "known"]) {
      const headers = { accept, "content-type": "application/json", ...(init.headers as object) };
      const body = JSON.stringify(query);
      const own = init.method === "GET" ? {} : { method: "POST", body };
      const response = await fetch(url + path, { ...own, ...init, headers });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      const code = errors[0]?.extensions.code ?? "none";
      seen.set(code, (seen.get(code) ?? new Set()).add(response.status));
    }
  }
}

let servers: AsyncDisposable[] = [];
beforeAll(async () => {
  const gateway = await startGateway([working], "local");
  const strict = await startGateway([working], "local", { onUnauthorized: "reject" });
  const costBudgets = { perOperation: 1, perMinute: 1 };
  const limited = await startGateway([working], "local", { costBudgets });
  await limited.query("{ x }");
  const failing = await startFailing();
  const broken = await startBroken();
  const unplannable = await startGateway(unplannableCase.subgraphs(), "local");
  const audited = await startAudited();
  const keyless = await startGateway([working], "local", { identify: identifyWithoutKeys });
  const full = await startGateway([working], "local", { load: { mostUnderWay: 0, mostWaitMs: 1 } });
  await note(full.url, { query: "{ x }" });
  servers = [
    full,
    audited.full,
    audited.strict,
    gateway,
    strict,
    failing,
    broken,
    unplannable,
    keyless,
    limited,
  ];
  const { url } = gateway;
  for (const query of [
    "{",
    "{ y }",
    "query A { x } query B { x }",
    "{ bad }",
    "{ gone }",
    "{ lost }",
    "{ slow }",
    "{ huge }",
    "{ unlogged }",
    "{ damaged }",
    "{ broken }",
  ]) {
    await note(url, { query });
  }
  await note(url, { query: "{ staff }" });
  await note(strict.url, { query: "{ staff }" });
  await note(limited.url, { query: "{ x }" });
  await note(url, { query: `{ ${"x ".repeat(20_000)} }` });
  await note(url, { query: "query ($n: Int) { x(n: $n) }", variables: { n: "a" } });
  await note(url, { extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } } });
  await note(keyless.url, { query: "{ x }" }, { headers: { authorization: "Bearer" } });
  await note(
    keyless.url,
    { query: "{ x }" },
    { headers: { authorization: `Bearer ${await issuer.sign()}` } },
  );
  await note(url, []);
  await note(url, { query: "{ x }" }, {}, "/nowhere");
  await note(url, { query: "{ x }" }, { headers: { accept: "text/csv" } });
  await note(url, { query: "{ x }" }, { headers: { "content-type": "text/plain" } });
  await note(url, { query: " ".repeat(1_100_000) });
  await note(url, {}, { method: "GET" }, `/?query=${"x".repeat(maxHeaderSize)}`);
  await note(url, {}, { method: "GET" }, "/?query=mutation{change}");
  await note(url, {}, { method: "GET", headers: { origin: "https://a.example" } }, "/?query={x}");
  await note(audited.full.url, { query: "{ x { id } }" });
  await note(audited.strict.url, { query: "{ x { id } }" });
  await note(audited.strict.url, { query: "{ x { id } }" }, { headers: { "x-purpose": "a b" } });
  for (const code of failures) await note(failing.url, { query: `{ ${code} }` });
  await note(broken.url, { query: "{ x }" });
  await note(unplannable.url, { query: '{ node(id: "a1") { id } }' });
});
afterAll(() => Promise.all(servers.map((server) => server[Symbol.asyncDispose]())));

test.each(errorCodes)("docs/errors.md gives %s the statuses that its answers have", (code) => {
  const statuses = [...(seen.get(code) ?? [])].toSorted((a, b) => a - b);
  // A request that comes too slowly takes half a minute.
  expect(statuses).toEqual(documented(code).filter((status) => status !== 408));
  expect(statuses.length).toBeGreaterThan(0);
});

test("no answer has a code that docs/errors.md does not list", () => {
  expect([...seen.keys()].filter((code) => !errorCodes.some((known) => known === code))).toEqual([]);
});
