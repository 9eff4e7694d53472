import { expect, test } from "vitest";
import { pino } from "pino";
import { createGraphQLServer } from "../src/graphql-server.js";
import { hashOf, type TrustedDocuments } from "../src/persisted-queries.js";
import { UntrustedDocuments } from "../src/untrusted-documents.js";
import { executorGraph } from "./support/executor-graph.js";

async function start(trustedDocuments?: TrustedDocuments, log: string[] = []) {
  const server = await createGraphQLServer<{ readonly requestId: string }>({
    graph: executorGraph(async ({ source }) => ({ data: { me: source } })),
    createContext: ({ requestId }) => ({ requestId }),
    logger: pino({ level: "warn" }, { write: (line: string) => void log.push(line) }),
    introspection: true,
    trustedDocuments,
  });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  const read = async (response: Response) => {
    const { data, errors } = (await response.json()) as {
      readonly data?: { readonly me?: unknown };
      readonly errors?: readonly {
        readonly message: string;
        readonly extensions: { readonly code: string };
      }[];
    };
    return [response.status, errors?.[0]?.extensions.code ?? data?.me];
  };
  return {
    post: async (body: object, headers: Readonly<Record<string, string>> = {}) =>
      read(
        await fetch(`${url}/graphql`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            accept: "application/graphql-response+json",
            ...headers,
          },
          body: JSON.stringify(body),
        }),
      ),
    get: async (extensions: object) => {
      const parameters = new URLSearchParams({ extensions: JSON.stringify(extensions) });
      const headers = { "apollo-require-preflight": "1", accept: "application/json" };
      return read(await fetch(`${url}/graphql?${parameters}`, { headers }));
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const query = "query A { me }";
const byHash = (document: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(document) } });
const notFound = [200, "PERSISTED_QUERY_NOT_FOUND"];

test("a query that was sent with its hash once is asked for by its hash", async () => {
  await using server = await start();
  expect(await server.post({ extensions: byHash(query) })).toEqual(notFound);
  expect(await server.post({ query, extensions: byHash(query) })).toEqual([200, query]);
  // It moves from one cache to another, and is answered in another way the second time.
  for (const _ of [1, 2, 3]) expect(await server.post({ extensions: byHash(query) })).toEqual([200, query]);
  expect(await server.get(byHash(query))).toEqual([200, query]);
});

test("only what was answered is kept, and only under its own hash", async () => {
  await using server = await start();
  expect(await server.post({ query: "{ none }", extensions: byHash("{ none }") })).toEqual([
    400,
    "GRAPHQL_VALIDATION_FAILED",
  ]);
  expect(await server.post({ extensions: byHash("{ none }") })).toEqual(notFound);
  expect(await server.post({ query, extensions: byHash("query B { me }") })).toEqual([400, "BAD_REQUEST"]);
  for (const persistedQuery of [1, "a", { version: 2 }, { version: 1, sha256Hash: "__proto__" }])
    expect(await server.post({ extensions: { persistedQuery } })).toEqual([400, "BAD_REQUEST"]);
});

test("whoever sends many queries does not drive out those that are used", async () => {
  await using server = await start();
  await server.post({ query, extensions: byHash(query) });
  await server.post({ extensions: byHash(query) });
  const unused = (index: number) => `{ me } # ${index} ${"x".repeat(60_000)}`;
  for (let index = 0; index < 40; index += 1)
    await server.post({ query: unused(index), extensions: byHash(unused(index)) });
  expect(await server.post({ extensions: byHash(unused(0)) })).toEqual(notFound);
  expect(await server.post({ extensions: byHash(query) })).toEqual([200, query]);
});

test("where trusted documents are required, nothing else runs", async () => {
  await using server = await start({ byHash: new Map([[hashOf(query), query]]), others: "refused" });
  expect(await server.post({ extensions: byHash(query) })).toEqual([200, query]);
  expect(await server.get(byHash(query))).toEqual([200, query]);
  expect(await server.post({ query })).toEqual([403, "FORBIDDEN"]);
  expect(await server.post({ query, extensions: byHash(query) })).toEqual([403, "FORBIDDEN"]);
  expect(await server.post({ extensions: byHash("{ me }") })).toEqual(notFound);
});

test("where others are logged, each that was answered is logged once, with its name and its client", async () => {
  const log: string[] = [];
  const trusted = new Map([[hashOf(query), query]]);
  await using server = await start({ byHash: trusted, others: "logged" }, log);
  const client = { "apollographql-client-name": "portal", "apollographql-client-version": "1.2" };
  const other = "query Other { me }";
  const numbered = "query N012345678901 { me }";
  for (const _ of [1, 2]) {
    expect(await server.post({ query })).toEqual([200, query]);
    expect(await server.post({ query: other }, client)).toEqual([200, other]);
    expect(await server.post({ query: "query Wrong { none }" })).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    expect(await server.post({ query: numbered }, { "apollographql-client-name": "012345678901" })).toEqual([
      200,
      numbered,
    ]);
  }
  const logged = log.map((line) => JSON.parse(line) as object);
  expect(logged).toMatchObject([
    { hash: hashOf(other), operation: "Other", client: "portal 1.2" },
    { hash: hashOf(numbered) },
  ]);
  expect(log.join("")).not.toContain("012345678901");
});

test("no more documents are logged than so many", async () => {
  const log: string[] = [];
  const logger = pino({ level: "warn" }, { write: (line: string) => void log.push(line) });
  const untrusted = new UntrustedDocuments(logger);
  for (let index = 0; index < 3_000; index += 1) untrusted.log(String(index), {}, {});
  expect(log).toHaveLength(1_001);
});
