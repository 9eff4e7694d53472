import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "graphql";
import { expect, test } from "vitest";
import { HttpDataSource } from "../src/data-sources/http-data-source.js";
import { createGateway } from "../src/gateway.js";
import { compose, post, silent } from "./support.js";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const services = [
  { name: "good", sdl: 'type Query { fine: Int things: [Thing] } type Thing @key(fields: "id") { id: ID! }' },
  {
    name: "bad",
    sdl: 'type Query { b: Int list: [Int] item: Item } type Item { n: Int } type Thing @key(fields: "id") { id: ID! size: Int }',
  },
];
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

async function serve(answer: Answer): Promise<{ readonly url: string; close(): void }> {
  const server = createServer((request, response) => {
    request.resume().once("end", () => answer(response, request));
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

const answerJson =
  (json: unknown, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  };

/** A gateway over a subgraph that behaves and one that answers as told. */
async function ask(answer: Answer, query = "{ fine b }", headers: Record<string, string> = {}) {
  const good = await serve(
    answerJson({
      data: {
        fine: 1,
        things: [
          { __typename: "Thing", id: "1" },
          { __typename: "Thing", id: "2" },
        ],
      },
    }),
  );
  const bad = await serve(answer);
  const gateway = await createGateway({
    supergraphSdl: compose(
      services.map(({ name, sdl }) => ({ name, url: "http://x", typeDefs: parse(link + sdl) })),
    ),
    sourceFor: ({ name }) =>
      new HttpDataSource({
        name,
        url: name === "good" ? good.url : bad.url,
        timeoutMs: 300,
        maxAnswerBytes: 1_000_000,
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

const html: Answer = (response) =>
  void response.writeHead(200, { "content-type": "text/html" }).end("<h1>hello</h1>");
const truncated: Answer = (response) =>
  void response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"b"');
const huge: Answer = (response) =>
  void response.writeHead(200, { "content-type": "application/json" }).end(" ".repeat(2_000_000));
const hangUp: Answer = (response) => void response.destroy();
const neverAnswer: Answer = () => undefined;
const drip: Answer = (response) => {
  const timer = setInterval(() => response.write(" "), 50);
  response.writeHead(200, { "content-type": "application/json" }).once("close", () => clearInterval(timer));
};
const errorPage: Answer = (response) =>
  void response.writeHead(500, { "content-type": "text/plain" }).end("at Object.<anonymous>");
const badGateway: Answer = (response) => void response.writeHead(503).end();

test.each([
  { what: "HTML", answer: html, code: "SUBGRAPH_ERROR" },
  { what: "truncated JSON", answer: truncated, code: "SUBGRAPH_ERROR" },
  { what: "2 MB where 1 MB is allowed", answer: huge, code: "SUBGRAPH_ERROR" },
  { what: "a list", answer: answerJson([]), code: "SUBGRAPH_ERROR" },
  { what: "an empty object", answer: answerJson({}), code: "SUBGRAPH_ERROR" },
  { what: "data that is a text", answer: answerJson({ data: "x" }), code: "SUBGRAPH_ERROR" },
  { what: "errors that are a text", answer: answerJson({ errors: "x" }), code: "SUBGRAPH_ERROR" },
  { what: "status 500 and a stack", answer: errorPage, code: "SUBGRAPH_ERROR" },
  { what: "status 503", answer: badGateway, code: "SUBGRAPH_UNAVAILABLE" },
  { what: "nothing, the connection is closed", answer: hangUp, code: "SUBGRAPH_UNAVAILABLE" },
  { what: "nothing, ever", answer: neverAnswer, code: "SUBGRAPH_TIMEOUT" },
  { what: "a byte now and then", answer: drip, code: "SUBGRAPH_TIMEOUT" },
])("$what becomes $code with the subgraph's name, the rest arrives", async ({ answer, code }) => {
  const { data, errors } = await ask(answer);
  expect(data).toEqual({ fine: 1, b: null });
  expect(errors).toMatchObject([{ path: ["b"], extensions: { code, service: "bad" } }]);
  expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|hidden|secret|anonymous/);
});

test("lists and objects that are none become null with their path, the rest arrives", async () => {
  const { data, errors } = await ask(
    answerJson({ data: { b: 2, list: 7, item: ["x"] } }),
    "{ fine b list item { n } }",
  );
  expect(data).toEqual({ fine: 1, b: 2, list: null, item: null });
  expect(errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
    [["list"], "SUBGRAPH_ERROR"],
    [["item"], "SUBGRAPH_ERROR"],
  ]);
});

test.each([
  { what: "too few entities", entities: [{ size: 1 }] },
  { what: "no list of entities", entities: "x" },
])("$what: every field that was asked of them has an error", async ({ entities }) => {
  const { data, errors } = await ask(
    answerJson({ data: { _entities: entities } }),
    "{ fine things { id size } }",
  );
  expect(data).toEqual({
    fine: 1,
    things: [
      { id: "1", size: null },
      { id: "2", size: null },
    ],
  });
  expect(errors?.map(({ path }) => path)).toEqual([
    ["things", 0, "size"],
    ["things", 1, "size"],
  ]);
});

test("a subgraph's own errors keep message and code; its stack, query and variables go no further", async () => {
  const extensions = {
    code: "NOT_FOUND",
    hint: "kept",
    exception: { stacktrace: ["at x"] },
    query: "{ b }",
    variables: {},
  };
  const { errors } = await ask(
    answerJson({ data: { b: null }, errors: [{ message: "gone", path: ["b"], extensions }] }, 400),
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
      answerJson({ data: { b: 1 } })(response, request);
    },
    "{ b }",
    { "x-request-id": "abc-1" },
  );
  expect(seen).toEqual(["abc-1", `Basic ${Buffer.from("user:hidden").toString("base64")}`]);
});
