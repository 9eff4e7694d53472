import { once, EventEmitter } from "node:events";
import { Agent, request } from "node:http";
import { json } from "node:stream/consumers";
import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { createGraphQLServer } from "../src/graphql-server.js";
import { createLogger } from "../src/logger.js";
import type { ServedGraph } from "../src/running-graph.js";
import type { IdentifiedContext } from "../src/apollo-plugins.js";

interface Holding {
  readonly events: EventEmitter;
  readonly released: string[];
}

/** A graph whose `me` is its name. `held` answers when "go on" is emitted. */
function graphNamed(name: string, { events, released }: Holding, more = ""): ServedGraph<IdentifiedContext> {
  const schema = buildSchema(`type Query { me: String held: String ${more} }`);
  const fields = schema.getQueryType()?.getFields() ?? {};
  const held = async () => {
    events.emit("held");
    await once(events, "go on");
    return name;
  };
  Object.assign(fields["me"] ?? {}, { resolve: () => name });
  Object.assign(fields["held"] ?? {}, { resolve: held });
  return { graph: { schema }, release: async () => void released.push(name) };
}

async function start() {
  const holding: Holding = { events: new EventEmitter(), released: [] };
  const server = await createGraphQLServer({
    ...graphNamed("old", holding),
    createContext: ({ requestId }) => ({ requestId }),
    logger: createLogger("silent"),
    introspection: true,
  });
  const { url } = await server.listen({ host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  const send = async (path: string, body?: object) => {
    const headers = { "content-type": "application/json" };
    const call = request(`${url}${path}`, { method: body ? "POST" : "GET", headers, agent });
    const [response] = await once(call.end(body && JSON.stringify(body)), "response");
    return {
      status: response.statusCode,
      connection: response.headers.connection,
      body: await json(response),
    };
  };
  const ask = async (query: string) => (await send("/graphql", { query })).body;
  return { ...holding, server, send, ask, [Symbol.asyncDispose]: () => server.close() };
}

test("requests are answered by the graph with which they began, which is released after the last of them", async () => {
  await using started = await start();
  const { server, ask, events, released } = started;
  const begun = once(events, "held");
  const held = ask("{ held }");
  await begun;
  await server.replaceGraph(graphNamed("new", started));
  expect(await ask("{ me }")).toEqual({ data: { me: "new" } });
  expect(released).toEqual([]);
  events.emit("go on");
  expect(await held).toEqual({ data: { held: "old" } });
  expect(released).toEqual(["old"]);
});

test("an operation that was answered before is checked against the new schema", async () => {
  await using started = await start();
  const { server, ask } = started;
  const unknown = { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] };
  expect(await ask("{ more }")).toMatchObject(unknown);
  await server.replaceGraph(graphNamed("new", started, "more: Int"));
  expect(await ask("{ more }")).toEqual({ data: { more: null } });
  await server.replaceGraph(graphNamed("newer", started));
  expect(await ask("{ more }")).toMatchObject(unknown);
});

test("a graph that cannot be served is released, and the other one goes on", async () => {
  await using started = await start();
  const { server, ask, released } = started;
  const empty = { graph: { schema: buildSchema("type Other { a: Int }") } };
  const release = async () => void released.push("empty");
  await expect(server.replaceGraph({ ...empty, release })).rejects.toThrow("Query root type");
  expect(released).toEqual(["empty"]);
  expect(await ask("{ me }")).toEqual({ data: { me: "old" } });
});

test("a graph whose operations cannot be made ready is released, and the other one goes on", async () => {
  await using started = await start();
  const { server, ask, released } = started;
  const warmUps = {
    [Symbol.iterator]: () => {
      throw new Error("No operations");
    },
  };
  await expect(server.replaceGraph(graphNamed("new", started), warmUps)).rejects.toThrow("No operations");
  expect(released).toEqual(["new"]);
  expect(await ask("{ me }")).toEqual({ data: { me: "old" } });
});

test("operations are checked and prepared before the swap, whatever their variables, and wrong ones are passed over", async () => {
  await using started = await start();
  const { server, ask } = started;
  const prepared: (string | undefined)[] = [];
  const next = graphNamed("new", started, "more(n: Int!): Int");
  const queries = ["{ me }", "{ gone }", "query ($n: Int!) { more(n: $n) }", "{"];
  await server.replaceGraph(
    { ...next, admitDocument: async () => Promise.reject(new Error("It is not known")) },
    queries.map((query) => ({
      query,
      operationName: undefined,
      prepare: ({ source }) => void prepared.push(source),
    })),
  );
  expect(prepared).toEqual(["{ me }", "query ($n: Int!) { more(n: $n) }"]);
  expect(await ask("{ me }")).toEqual({ data: { me: "new" } });
});

test("a server that is asked to stop says so, answers on, and wants its connections closed", async () => {
  await using started = await start();
  const { server, send, events } = started;
  const begun = once(events, "held");
  const held = send("/graphql", { query: "{ held }" });
  await begun;
  expect(await send("/health")).toMatchObject({ status: 200, connection: "keep-alive" });
  server.state.drain();
  const refused = { status: 503, connection: "close", body: { status: "draining" } };
  expect(await send("/health")).toEqual(refused);
  expect(await send("/graphql", { query: "{ me }" })).toEqual({
    status: 200,
    connection: "close",
    body: { data: { me: "old" } },
  });
  events.emit("go on");
  expect(await held).toMatchObject({ connection: "close", body: { data: { held: "old" } } });
});
