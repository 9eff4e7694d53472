import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type GatewayUnderTest } from "./support/gateway.js";

const echo = {
  name: "echo",
  sdl: "type Query { x: Int n(i: [Int!]): Int } type Mutation { change: Int }",
  resolvers: { Query: { x: () => 1, n: () => 2 }, Mutation: { change: () => 3 } },
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway([echo], "local");
});
afterAll(() => gateway[Symbol.asyncDispose]());

const json = { "content-type": "application/json", accept: "application/graphql-response+json" };
const body = (content: unknown) => ({ method: "POST", headers: json, body: JSON.stringify(content) });
const text = (content: string, headers: Record<string, string> = json) => ({
  method: "POST",
  headers,
  body: content,
});

interface BadInput {
  readonly what: string;
  readonly init: RequestInit;
  readonly path?: string;
  readonly status?: number;
  readonly code: string;
}

const badInputs: readonly BadInput[] = [
  { what: "an unknown field", init: body({ query: "{ nope }" }), code: "GRAPHQL_VALIDATION_FAILED" },
  {
    what: "an argument of the wrong type",
    init: body({ query: '{ n(i: "a") }' }),
    code: "GRAPHQL_VALIDATION_FAILED",
  },
  { what: "a syntax error", init: body({ query: "{ x" }), code: "GRAPHQL_PARSE_FAILED" },
  {
    what: "an unknown operation name",
    init: body({ query: "query A { x }", operationName: "B" }),
    code: "OPERATION_RESOLUTION_FAILURE",
  },
  {
    what: "no name for one of two operations",
    init: body({ query: "query A { x } query B { x }" }),
    code: "OPERATION_RESOLUTION_FAILURE",
  },
  {
    what: "a subscription",
    init: body({ query: "subscription { x }" }),
    code: "OPERATION_RESOLUTION_FAILURE",
  },
  { what: "no query", init: body({ variables: {} }), code: "BAD_REQUEST" },
  { what: "a query that is a number", init: body({ query: 3 }), code: "BAD_REQUEST" },
  { what: "an empty object", init: body({}), code: "BAD_REQUEST" },
  { what: "a batch", init: body([{ query: "{ x }" }]), code: "BAD_REQUEST" },
  { what: "variables as a string", init: body({ query: "{ x }", variables: "{}" }), code: "BAD_REQUEST" },
  {
    what: "an operation name as a number",
    init: body({ query: "{ x }", operationName: 1 }),
    code: "BAD_REQUEST",
  },
  {
    what: "200,000 bad items in a variable",
    init: body({ query: "query ($i: [Int!]) { n(i: $i) }", variables: { i: Array(200_000).fill("a") } }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "a missing variable",
    init: body({ query: "query ($i: [Int!]!) { n(i: $i) }" }),
    code: "BAD_USER_INPUT",
  },
  {
    what: "a stored query by its hash",
    init: body({ extensions: { persistedQuery: { version: 1, sha256Hash: "a".repeat(64) } } }),
    status: 200,
    code: "PERSISTED_QUERY_NOT_FOUND",
  },
  { what: "invalid JSON", init: text("{"), code: "BAD_REQUEST" },
  { what: "an empty body", init: text(""), code: "BAD_REQUEST" },
  { what: "JSON null", init: text("null"), code: "BAD_REQUEST" },
  { what: "a key named __proto__", init: text('{"query":"{x}","__proto__":{}}'), code: "BAD_REQUEST" },
  {
    what: "a form",
    init: text("query={x}", { "content-type": "application/x-www-form-urlencoded" }),
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    what: "plain text",
    init: text('{"query":"{x}"}', { "content-type": "text/plain" }),
    status: 415,
    code: "UNSUPPORTED_MEDIA_TYPE",
  },
  {
    what: "a body of 5 MB",
    init: body({ query: "#".repeat(5_000_000) }),
    status: 413,
    code: "PAYLOAD_TOO_LARGE",
  },
  {
    what: "GET by a page of another site",
    init: { headers: { "sec-fetch-site": "cross-site" } },
    path: "/graphql?query={x}",
    status: 403,
    code: "FORBIDDEN",
  },
  {
    what: "GET with a mutation",
    init: { headers: json },
    path: "/graphql?query=mutation{change}",
    status: 405,
    code: "BAD_REQUEST",
  },
  { what: "another method", init: { method: "DELETE" }, status: 405, code: "BAD_REQUEST" },
  { what: "an unknown path", init: {}, path: "/nowhere", status: 404, code: "NOT_FOUND" },
  { what: "a malformed path", init: {}, path: "/%E0%A4%A", code: "BAD_REQUEST" },
  {
    what: "an answer in CSV",
    init: text('{"query":"{x}"}', { ...json, accept: "text/csv" }),
    status: 406,
    code: "BAD_REQUEST",
  },
];

test.each(badInputs)("$what is answered with $code, and the next request works", async (input) => {
  const response = await fetch(gateway.url + (input.path ?? "/graphql"), input.init);
  const { errors } = (await response.json()) as {
    errors: readonly [{ message: string; extensions: { code: string } }];
  };
  expect({ status: response.status, code: errors[0].extensions.code }).toEqual({
    status: input.status ?? 400,
    code: input.code,
  });
  expect(JSON.stringify(errors)).not.toMatch(/stack|node_modules/);
  expect(await gateway.query("{ x }")).toEqual({ data: { x: 1 } });
});

test("a malformed Host header is answered with 400", async () => {
  const { port } = new URL(gateway.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request({ port, path: "/graphql", headers: { ...json, host: "a b" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
  expect(status).toBe(400);
});

test("`/` is a GraphQL endpoint too, by POST and by GET", async () => {
  const atRoot = await fetch(`${gateway.url}/`, body({ query: "{ x }" }));
  const byGet = await fetch(`${gateway.url}/?query={x}`);
  expect([await atRoot.json(), await byGet.json()]).toEqual([{ data: { x: 1 } }, { data: { x: 1 } }]);
});
