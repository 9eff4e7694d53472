import { GraphQLError } from "graphql";
import { pino } from "pino";
import { expect, test } from "vitest";
import { BadUserInputError, ClientError } from "../src/errors.js";
import type { Executor } from "../src/executable-graph.js";
import { createGraphQLServer, type GraphQLServerOptions } from "../src/graphql-server.js";
import { JsonText } from "../src/json-text.js";
import { executorGraph } from "./support/executor-graph.js";

interface Context {
  readonly requestId: string;
}

async function start(executor: Executor, options: Partial<GraphQLServerOptions<Context>> = {}) {
  const server = await createGraphQLServer<Context>({
    graph: executorGraph(executor),
    createContext: ({ requestId }) => ({ requestId }),
    logger: pino({ level: "silent" }),
    introspection: true,
    ...options,
  });
  const { url: origin } = await server.listen({ host: "127.0.0.1", port: 0 });
  const url = `${origin}/graphql`;
  return {
    url,
    ask: async (body: unknown, headers: Record<string, string> = {}) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "x-request-id": "r-1", ...headers },
        body: JSON.stringify(body),
      });
      const { "content-type": contentType } = Object.fromEntries(response.headers);
      return { status: response.status, contentType, text: await response.text() };
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const fail = (error: Error) => async () => {
  throw error;
};
const path = ["me"];
const executors: readonly { readonly what: string; readonly executor: Executor }[] = [
  { what: "data", executor: async () => ({ data: { me: "x" } }) },
  {
    what: "data as text",
    executor: async () => ({ data: new JsonText('{"me":1}'), extensions: { cost: 1 } }),
  },
  {
    what: "data and errors",
    executor: async () => ({
      data: { me: null },
      errors: [new GraphQLError("secret", { path }), new BadUserInputError("no", { path })],
    }),
  },
  { what: "no data", executor: async () => ({ errors: [new ClientError("QUERY_TOO_COMPLEX", "no")] }) },
  {
    what: "an error with a status of its own",
    executor: async () => ({
      data: null,
      errors: [new ClientError("RATE_LIMITED", "no", { extensions: { http: { status: 429 } } })],
    }),
  },
  { what: "an error that is thrown", executor: fail(new Error("secret")) },
  {
    what: "an error that is thrown, for the client",
    executor: fail(new ClientError("FORBIDDEN", "no", { extensions: { http: { status: 403 } } })),
  },
];

test.each(executors)(
  "an operation that is known is answered as it was the first time: $what",
  async ({ executor }) => {
    const either: Executor = async (request) =>
      request.operation.operation === "mutation" ? { data: { change: "x" } } : executor(request);
    await using server = await start(either);
    await server.ask({ query: "mutation { change }" });
    const first = await server.ask({ query: "{ me }" });
    expect(await server.ask({ query: "{ me }" })).toEqual(first);
  },
);

test("a context that cannot be made is the same error for a known operation", async () => {
  let requests = 0;
  const createContext = ({ requestId }: Context) => {
    requests += 1;
    if (requests !== 2)
      throw new ClientError("UNAUTHENTICATED", "who?", { extensions: { http: { status: 401 } } });
    return { requestId };
  };
  await using server = await start(async () => ({ data: { me: "x" } }), { createContext });
  const answers = [];
  for (const _ of [1, 2, 3]) answers.push(await server.ask({ query: "{ me }" }));
  expect(answers.map(({ status }) => status)).toEqual([401, 200, 401]);
  expect(answers[2]).toEqual(answers[0]);
});

const query = "query A($n: Int) { me(n: $n) } query B { me } mutation C { change }";
const known = { query, operationName: "A" };
const requests: readonly {
  readonly what: string;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}[] = [
  { what: "other variables", body: { ...known, variables: { n: 1 } } },
  { what: "variables that are null", body: { ...known, variables: null, extensions: null } },
  { what: "variables of the wrong type", body: { ...known, variables: { n: "a" } } },
  { what: "variables as a string", body: { ...known, variables: "{}" } },
  { what: "variables as a list", body: { ...known, variables: [] } },
  { what: "another operation", body: { query, operationName: "B" } },
  { what: "a mutation", body: { query, operationName: "C" } },
  { what: "no operation name", body: { query } },
  { what: "an operation name that is a number", body: { query, operationName: 1 } },
  { what: "an unknown operation name", body: { query, operationName: "__proto__" } },
  { what: "extensions", body: { ...known, extensions: { client: "x" } } },
  { what: "extensions as a list", body: { ...known, extensions: [] } },
  { what: "a stored query by its hash", body: { ...known, extensions: { persistedQuery: { version: 1 } } } },
  { what: "a list", body: [known] },
  { what: "another type of answer", body: known, headers: { accept: "application/graphql-response+json" } },
  { what: "a type that is not served", body: known, headers: { accept: "text/csv" } },
  { what: "a type of body that is not read", body: known, headers: { "content-type": "text/plain" } },
];

test.each(requests)(
  "with $what, a known document is answered as one that is new",
  async ({ body, headers }) => {
    const executor: Executor = async ({ request, operationName, operation }) => ({
      data: {
        me: JSON.stringify({ variables: request.variables ?? {}, operationName, kind: operation.operation }),
      },
    });
    await using fresh = await start(executor);
    await using warm = await start(executor);
    for (const name of ["A", "A", "B", "C"]) await warm.ask({ query, operationName: name });
    expect(await warm.ask(body, headers)).toEqual(await fresh.ask(body, headers));
  },
);

/** A context that Apollo Server has not copied belongs to a request that it has not seen. */
async function startCounting() {
  const made = new Set<unknown>();
  const direct: boolean[] = [];
  const graph = executorGraph(async ({ context }) => {
    direct.push(made.has(context));
    return { data: { me: "x" } };
  });
  const createContext = ({ requestId }: Context) => {
    const context = { requestId };
    made.add(context);
    return context;
  };
  const server = await start(async () => ({}), { graph, createContext });
  return { graph, direct, server };
}

test("a known operation is answered without Apollo Server, whatever the client accepts, by POST and by GET", async () => {
  const { direct, server } = await startCounting();
  await using _ = server;
  await server.ask({ query: "{ me }" });
  await server.ask({ query: "{ me }" });
  await server.ask({ query: "{ me }" }, { accept: "application/graphql-response+json" });
  await fetch(`${server.url}?query={ me }`);
  expect(direct).toEqual([false, true, true, true]);
});

test("a new schema makes every operation new", async () => {
  const { graph, direct, server } = await startCounting();
  await using _ = server;
  await server.ask({ query: "{ me }" });
  graph.reload();
  await server.ask({ query: "{ me }" });
  expect(direct).toEqual([false, false]);
});
