import { once, EventEmitter } from "node:events";
import { buildSchema, GraphQLError } from "graphql";
import { pino } from "pino";
import { expect, test } from "vitest";
import { BadUserInputError } from "../src/errors.js";
import { createGraphQLServer, type GraphQLServerOptions } from "../src/graphql-server.js";
import type { RequestInfo } from "../src/request-info.js";
import { JsonText } from "../src/json-text.js";
import { executorGraph } from "./support/executor-graph.js";

interface Context {
  readonly requestId: string;
  readonly signal?: AbortSignal;
}

/** A logger that keeps its lines. */
function recordingLogger() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { logger: pino({ base: null }, { write }), lines };
}

async function start(resolvers: object, options: Partial<GraphQLServerOptions<Context>> = {}) {
  const schema = buildSchema("type Query { x(n: Int!): Int me: String slow: Int }");
  for (const [name, resolve] of Object.entries(resolvers)) {
    Object.assign(schema.getQueryType()?.getFields()[name] ?? {}, { resolve });
  }
  const server = await createGraphQLServer<Context>({
    graph: { schema },
    createContext: ({ requestId }) => ({ requestId }),
    logger: recordingLogger().logger,
    introspection: true,
    ...options,
  });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  const query = (text: string, init: RequestInit = {}) =>
    fetch(`${url}/graphql`, {
      method: "POST",
      body: JSON.stringify({ query: text }),
      ...init,
      headers: {
        "content-type": "application/json",
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  return { url, query, close: () => server.close(), [Symbol.asyncDispose]: () => server.close() };
}

test("what was given up because its time is over is a timeout, and nothing to report", async () => {
  const { logger, lines } = recordingLogger();
  const me = async (_source: unknown, _args: unknown, { signal }: Context) => {
    if (signal && !signal.aborted) await once(signal, "abort");
    throw signal?.reason;
  };
  const createContext = ({ requestId, signal }: RequestInfo): Context => ({ requestId, signal });
  await using server = await start({ me }, { logger, createContext });
  const response = await server.query("{ me }", { headers: { "x-time-left-ms": "1" } });
  expect(await response.json()).toMatchObject({
    data: { me: null },
    errors: [{ path: ["me"], extensions: { code: "SUBGRAPH_TIMEOUT" } }],
  });
  expect(lines.filter(({ level }) => Number(level) > 40)).toEqual([]);
});

test("an unexpected error is masked, and logged under the id that the client gets", async () => {
  const { logger, lines } = recordingLogger();
  const me = () => {
    throw new Error("no such table: secrets");
  };
  await using server = await start({ me }, { logger });
  const response = await server.query("{ me }", { headers: { "x-request-id": "r-1" } });
  expect(response.headers.get("x-request-id")).toBe("r-1");
  expect(await response.json()).toMatchObject({
    data: { me: null },
    errors: [
      { message: "Internal server error", path: ["me"], extensions: { code: "INTERNAL", requestId: "r-1" } },
    ],
  });
  expect(lines.filter(({ level }) => Number(level) >= 50)).toMatchObject([
    { msg: "no such table: secrets", requestId: "r-1", path: "me" },
  ]);
});

test("where the schema cannot be read, the error says which setting allows it", async () => {
  await using server = await start({ me: () => "x" }, { introspection: false });
  const read = "{ me ...Names } fragment Names on Query { all: __schema { types { name } } }";
  for (const query of [read, '{ __type(name: "Query") { name } }', read])
    expect(await (await server.query(query)).json()).toEqual({
      errors: [
        {
          message: "The schema cannot be read here. The setting INTROSPECTION=1 allows it.",
          locations: [expect.anything()],
          extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
        },
      ],
    });
  expect(await (await server.query("{ me __typename }")).json()).toEqual({
    data: { me: "x", __typename: "Query" },
  });
});

test("a client error passes as it is and is not logged", async () => {
  const { logger, lines } = recordingLogger();
  const me = () => {
    throw new BadUserInputError("Expected a name");
  };
  await using server = await start({ me }, { logger });
  expect(await (await server.query("{ me }")).json()).toMatchObject({
    errors: [{ message: "Expected a name", extensions: { code: "BAD_USER_INPUT" } }],
  });
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test("a null in a variable for a non-null argument is the client's mistake", async () => {
  await using server = await start({});
  const body = JSON.stringify({ query: "query ($n: Int = 1) { x(n: $n) }", variables: { n: null } });
  const { errors } = (await (await server.query("", { body })).json()) as { errors: unknown[] };
  expect(errors).toMatchObject([{ path: ["x"], extensions: { code: "BAD_USER_INPUT" } }]);
});

test.each(["a b; c", "001234567890"])(
  "an id that is not well formed or is a number of a person is replaced: %s",
  async (given) => {
    await using server = await start({
      me: (_: unknown, _args: unknown, { requestId }: Context) => requestId,
    });
    const response = await server.query("{ me }", { headers: { "x-request-id": given } });
    expect(await response.json()).toEqual({ data: { me: response.headers.get("x-request-id") } });
    expect(response.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
  },
);

test("the context that reaches the resolvers is of the class that was made", async () => {
  class Visit {
    private readonly secret = "kept";
    readonly requestId = "r";
    reveal() {
      return this.secret;
    }
  }
  const me = (_: unknown, _args: unknown, visit: Visit) => visit.reveal();
  await using server = await start({ me }, { createContext: () => new Visit() });
  expect(await (await server.query("{ me }")).json()).toEqual({ data: { me: "kept" } });
});

test("the health endpoint answers", async () => {
  await using server = await start({});
  const response = await fetch(`${server.url}/health`);
  expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
});

test("closing waits for a request under way", async () => {
  const events = new EventEmitter();
  const started = once(events, "started");
  const slow = async () => {
    events.emit("started");
    await once(events, "go on");
    return 1;
  };
  const server = await start({ slow });
  const answer = server.query("{ slow }");
  await started;
  const closed = server.close();
  events.emit("go on");
  expect(await (await answer).json()).toEqual({ data: { slow: 1 } });
  await closed;
});

test("closing waits no longer than it may", async () => {
  const events = new EventEmitter();
  const started = once(events, "started");
  const slow = () => {
    events.emit("started");
    return new Promise(() => undefined);
  };
  const server = await start({ slow }, { drainTimeoutMs: 20 });
  const answer = server.query("{ slow }").catch(() => "cut off");
  await started;
  await server.close();
  expect(await answer).toBe("cut off");
});

test.each([
  { what: "text", result: { data: new JsonText('{ "me": 1e400 }') }, answer: '{"data":{ "me": 1e400 }}' },
  { what: "an object", result: { data: { me: "x" } }, answer: '{"data":{"me":"x"}}' },
  { what: "null", result: { data: null }, answer: '{"data":null}' },
  {
    what: "text beside errors and extensions",
    result: {
      data: new JsonText('{"me":null}'),
      errors: [new GraphQLError("no", { path: ["me"], extensions: { code: "NOT_FOUND" } })],
      extensions: { cost: 1 },
    },
    answer:
      '{"errors":[{"path":["me"],"message":"no","extensions":{"code":"NOT_FOUND"}}],"data":{"me":null},"extensions":{"cost":1}}',
  },
])("data that is $what is sent as compact JSON", async ({ result, answer }) => {
  await using server = await start({}, { graph: executorGraph(async () => result) });
  const response = await server.query("{ me }");
  expect([response.status, response.headers.get("content-type"), await response.text()]).toEqual([
    200,
    "application/json; charset=utf-8",
    answer,
  ]);
});
