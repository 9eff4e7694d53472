import { request, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { connect } from "node:net";
import { buffer, text } from "node:stream/consumers";
import { pino } from "pino";
import { expect } from "vitest";
import { createGraphQLServer, type GraphQLServerOptions } from "../../src/graphql-server.js";
import type { IdentifiedContext } from "../../src/apollo-plugins.js";
import { executorGraph } from "./executor-graph.js";

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

export interface Sent extends RequestOptions {
  readonly body?: string | Buffer;
}

export const jsonType = { "content-type": "application/json" };

/** What is asked of the echo server. It answers with the variables. */
export const echo = "query ($n: Float, $text: String) { me(n: $n, text: $text) }";

export type EchoServer = Awaited<ReturnType<typeof startEcho>>;

/** A server that answers every query with its variables, as JSON in the field `me`. */
export async function startEcho(options: Partial<GraphQLServerOptions<IdentifiedContext>> = {}) {
  const executed: string[] = [];
  const graph = executorGraph(async ({ request: { variables }, operation }) => {
    executed.push(operation.operation);
    return { data: { me: JSON.stringify(variables ?? {}) } };
  });
  const server = await createGraphQLServer<IdentifiedContext>({
    graph,
    createContext: ({ requestId }) => ({ requestId }),
    logger: pino({ level: "silent" }),
    introspection: true,
    ...options,
  });
  const { port } = await server.listen({ host: "127.0.0.1", port: 0 });
  const send = (sent: Sent) => exchange({ port, path: "/graphql", ...sent });
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    fastify: server.fastify,
    executed,
    send,
    /** Asks for an operation that is new and then known, which takes another way, and expects the same answer. */
    sendTwice: async (sent: Sent): Promise<Received> => {
      graph.reload();
      const [first, again] = [await send(sent), await send(sent)];
      expect(comparable(again)).toEqual(comparable(first));
      return first;
    },
    /** Sends bytes as they are, and reads until the server closes the connection. */
    sendRaw: (bytes: string): Promise<string> => {
      const socket = connect(port, "127.0.0.1");
      socket.write(bytes, "latin1");
      return text(socket);
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

function exchange({ body, ...options }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const client = request({ method: body === undefined ? "GET" : "POST", ...options }, (response) => {
      const { statusCode = 0, headers } = response;
      buffer(response).then((bytes) => resolve({ status: statusCode, headers, bytes }), reject);
    });
    client.on("error", reject).end(body);
  });
}

function comparable({ headers, ...others }: Received): object {
  const { date: _date, "x-request-id": _id, ...same } = headers;
  return { ...others, headers: same };
}

export const textOf = ({ bytes }: Received): string => bytes.toString("utf8");

interface Answer {
  readonly data?: { readonly me: string };
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export const answerOf = (received: Received): Answer => JSON.parse(textOf(received)) as Answer;

/** The status and the first error's code. */
export const refusalOf = (received: Received) => ({
  status: received.status,
  code: answerOf(received).errors?.[0]?.extensions.code,
});
