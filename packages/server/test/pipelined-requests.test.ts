import { EventEmitter, once } from "node:events";
import { connect } from "node:net";
import { buildSchema } from "graphql";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { createGraphQLServer, type GraphQLServer } from "../src/graphql-server.js";
import type { RequestInfo } from "../src/request-info.js";

const mostUnderWay = 20;

/** A server of which each request waits until it is told to answer, or its client has left. */
async function startServer() {
  const schema = buildSchema("type Query { slow: Int }");
  const told = new EventEmitter();
  const signals: AbortSignal[] = [];
  const resolve = async (_source: unknown, _args: unknown, { signal }: RequestInfo) => {
    signals.push(signal);
    await once(told, "answer");
    return 1;
  };
  Object.assign(schema.getQueryType()?.getFields()["slow"] ?? {}, { resolve });
  told.setMaxListeners(0);
  const server = await createGraphQLServer<RequestInfo>({
    graph: { schema },
    createContext: (request) => request,
    logger: pino({ level: "silent" }),
    introspection: true,
    load: { mostUnderWay, mostWaitMs: 60_000 },
  });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  return { server, port, signals, answer: () => told.emit("answer") };
}

function send(port: number, count: number) {
  const head = "Host: localhost\r\nApollo-Require-Preflight: 1\r\nAccept: application/json\r\n\r\n";
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET /graphql?query=%7Bslow%7D HTTP/1.1\r\n${head}`.repeat(count));
  return socket;
}

const close = async (server: GraphQLServer, answer: () => void) => {
  answer();
  await server.close();
};

test("all requests that a client has sent on one connection end when it leaves", async () => {
  const { server, port, signals, answer } = await startServer();
  const warnings: Error[] = [];
  const warn = (warning: Error) => void warnings.push(warning);
  process.on("warning", warn);
  const left = send(port, mostUnderWay);
  await vi.waitFor(() => expect(signals).toHaveLength(mostUnderWay));
  left.destroy();
  await vi.waitFor(() => expect(signals.every(({ aborted }) => aborted)).toBe(true));
  // There is room for as many again.
  const next = send(port, mostUnderWay);
  await vi.waitFor(() => expect(signals).toHaveLength(2 * mostUnderWay));
  expect(warnings).toEqual([]);
  process.off("warning", warn);
  next.destroy();
  await close(server, answer);
});

test("requests of one connection are answered in their order", async () => {
  const { server, port, signals, answer } = await startServer();
  const socket = send(port, 3);
  await vi.waitFor(() => expect(signals).toHaveLength(3));
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  answer();
  await vi.waitFor(() => expect(text.match(/"slow":1/g)).toHaveLength(3));
  expect(signals.some(({ aborted }) => aborted)).toBe(false);
  socket.destroy();
  await close(server, answer);
});

test("requests that wait to begin when the server closes are answered", async () => {
  const { server, port, signals, answer } = await startServer();
  const { server: http } = server.fastify;
  const arrived: unknown[] = [];
  let answers = 0;
  const read = (chunk: Buffer) => void (answers += chunk.toString().includes('"slow":1') ? 1 : 0);
  for (let count = 1; count <= 10; count += 1) send(port, 1).on("data", read);
  while (arrived.push(await once(http, "request")) < 10);
  expect(signals.length).toBeLessThan(10);
  const closed = server.close();
  await vi.waitFor(() => expect(signals).toHaveLength(10));
  answer();
  await closed;
  await vi.waitFor(() => expect(answers).toBe(10));
});
