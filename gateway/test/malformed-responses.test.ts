import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { createGateway } from "../src/gateway.js";
import { silent } from "./support/gateway.js";
import { post } from "./support/post.js";
import { compose } from "./support/supergraph.js";

type Respond = (response: ServerResponse, request: IncomingMessage) => void;

const supergraphSdl = compose([
  {
    name: "good",
    sdl: 'type Query { fine: Int things: [Thing] box: Box } type Thing @key(fields: "id") { id: ID! } type Box @key(fields: "id") { id: ID! }',
  },
  {
    name: "bad",
    sdl: 'type Query { b: Int list: [Int] item: Item other: Item } type Item { n: Int } type Thing @key(fields: "id") { id: ID! size: Int } type Box @key(fields: "id") { id: ID! size: Int }',
  },
]);

async function serve(respond: Respond): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().once("end", () => respond(response, request));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://user:hidden@127.0.0.1:${port}/secret-path`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const json =
  (body: unknown, status = 200): Respond =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };

const goodResponse = json({
  data: {
    fine: 1,
    things: [
      { __typename: "Thing", id: "1" },
      { __typename: "Thing", id: "2" },
    ],
    box: { __typename: "Box", id: "3" },
  },
});

/** What a client gets from a gateway whose subgraph "good" responds well, and whose subgraph "bad" as given. */
async function ask(respond: Respond, query = "{ fine b }", headers: Record<string, string> = {}) {
  const good = await serve(goodResponse);
  const bad = await serve(respond);
  const gateway = await createGateway({
    supergraphSdl,
    sourceFor: ({ name }) =>
      new HttpDataSource({
        name,
        url: name === "good" ? good.url : bad.url,
        timeoutMs: 300,
        maxResponseBytes: 1_000_000,
      }),
    logger: silent,
    introspection: true,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  try {
    return await post(`${url}/graphql`, { query }, headers);
  } finally {
    await gateway.close();
    good.close();
    bad.close();
  }
}

const html: Respond = (response) =>
  void response.writeHead(200, { "content-type": "text/html" }).end("<h1>hello</h1>");
const truncated: Respond = (response) =>
  void response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"b"');
const huge: Respond = (response) =>
  void response.writeHead(200, { "content-type": "application/json" }).end(" ".repeat(2_000_000));
const hangUp: Respond = (response) => void response.destroy();
const nothing: Respond = () => undefined;
const drip: Respond = (response) => {
  const timer = setInterval(() => response.write(" "), 50);
  response.writeHead(200, { "content-type": "application/json" }).once("close", () => clearInterval(timer));
};
const errorPage: Respond = (response) =>
  void response.writeHead(500, { "content-type": "text/plain" }).end("at Object.<anonymous>");
const redirect: Respond = (response, request) =>
  void (request.url === "/secret-path"
    ? response
        .writeHead(307, { location: "/elsewhere", "content-type": "application/json" })
        .end('{"data":{"b":3}}')
    : json({ data: { b: 4 } })(response, request));
const badGateway: Respond = (response) => void response.writeHead(503).end();

test.each([
  { what: "HTML", respond: html, code: "SUBGRAPH_ERROR" },
  { what: "truncated JSON", respond: truncated, code: "SUBGRAPH_ERROR" },
  { what: "2 MB where 1 MB is allowed", respond: huge, code: "SUBGRAPH_ERROR" },
  { what: "a list", respond: json([]), code: "SUBGRAPH_ERROR" },
  { what: "an empty object", respond: json({}), code: "SUBGRAPH_ERROR" },
  { what: "data that is a text", respond: json({ data: "x" }), code: "SUBGRAPH_ERROR" },
  { what: "errors that are a text", respond: json({ errors: "x" }), code: "SUBGRAPH_ERROR" },
  { what: "status 500 and a stack", respond: errorPage, code: "SUBGRAPH_ERROR" },
  { what: "a redirect", respond: redirect, code: "SUBGRAPH_ERROR" },
  { what: "status 401", respond: json({ errors: [] }, 401), code: "SUBGRAPH_ERROR" },
  { what: "status 503", respond: badGateway, code: "SUBGRAPH_UNAVAILABLE" },
  { what: "nothing, the connection is closed", respond: hangUp, code: "SUBGRAPH_UNAVAILABLE" },
  { what: "nothing, ever", respond: nothing, code: "SUBGRAPH_TIMEOUT" },
  { what: "a byte now and then", respond: drip, code: "SUBGRAPH_TIMEOUT" },
])("$what becomes $code with the subgraph's name, the rest arrives", async ({ respond, code }) => {
  const { data, errors } = await ask(respond);
  expect(data).toEqual({ fine: 1, b: null });
  expect(errors).toMatchObject([{ path: ["b"], extensions: { code, service: "bad" } }]);
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|hidden|secret|anonymous/);
});

test("values that are not the list or the object they must be become null with an error, the rest arrives", async () => {
  const { data, errors } = await ask(
    json({ data: { b: 2, list: 7, item: ["x"], other: { __typename: 5, n: 1 } } }),
    "{ fine b list item { n } other { n } }",
  );
  expect(data).toEqual({ fine: 1, b: 2, list: null, item: null, other: null });
  expect(errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
    [["list"], "SUBGRAPH_ERROR"],
    [["item"], "SUBGRAPH_ERROR"],
    [["other"], "SUBGRAPH_ERROR"],
  ]);
});

test.each([
  { what: "too few entities", entities: [{ size: 1 }] },
  { what: "no list of entities", entities: "x" },
])("$what: one error says so, at the first field that was requested of them", async ({ entities }) => {
  const { data, errors } = await ask(json({ data: { _entities: entities } }), "{ fine things { id size } }");
  expect(data).toEqual({
    fine: 1,
    things: [
      { id: "1", size: null },
      { id: "2", size: null },
    ],
  });
  expect(errors?.map(({ path }) => path)).toEqual([["things", 0, "size"]]);
});

test("an error about all entities of a fetch is at their list, without a code it is a SUBGRAPH_ERROR", async () => {
  const { errors } = await ask(
    json({ data: null, errors: [{ message: "no things", path: ["_entities"] }] }),
    "{ things { size } }",
  );
  expect(errors).toEqual([
    { message: "no things", path: ["things"], extensions: { code: "SUBGRAPH_ERROR", service: "bad" } },
  ]);
});

test("an error without a path is about all that a request asks for, and is told once", async () => {
  const { data, errors } = await ask(
    json({ data: null, errors: [{ message: "nothing" }] }),
    "{ things { size } box { size } }",
  );
  expect(data).toEqual({ things: [{ size: null }, { size: null }], box: { size: null } });
  expect(errors?.map(({ path }) => path)).toEqual([["things", 0, "size"]]);
});

test("a subgraph's own errors keep message and code, without stack, query and variables", async () => {
  const extensions = {
    code: "NOT_FOUND",
    hint: "kept",
    exception: { stacktrace: ["at x"] },
    query: "{ b }",
    variables: {},
  };
  const { errors } = await ask(
    json({ data: { b: null }, errors: [{ message: "gone", path: ["b"], extensions }] }, 400),
  );
  expect(errors).toEqual([
    { message: "gone", path: ["b"], extensions: { code: "NOT_FOUND", hint: "kept", service: "bad" } },
  ]);
});

test("the request id and the credentials reach the subgraph", async () => {
  const seen: (string | string[] | undefined)[] = [];
  await ask(
    (response, request) => {
      seen.push(request.headers["x-request-id"], request.headers.authorization);
      json({ data: { b: 1 } })(response, request);
    },
    "{ b }",
    { "x-request-id": "abc-1" },
  );
  expect(seen).toEqual(["abc-1", `Basic ${Buffer.from("user:hidden").toString("base64")}`]);
});
