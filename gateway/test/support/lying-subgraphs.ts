import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLServer } from "@an-sinh/server/graphql-server";
import { HttpDataSource } from "../../src/data-sources/http-data-source.js";
import { createGateway } from "../../src/gateway.js";
import { defaultCallLimits } from "../../src/resilience/call-limits.js";
import { silent } from "./gateway.js";
import { compose } from "./supergraph.js";

export interface Asked {
  readonly query: string;
  readonly variables: { readonly representations?: readonly { readonly id: string }[] };
}

/** Answers a request of the gateway. */
export type Respond = (response: ServerResponse, asked: Asked) => void;

export const json =
  (bodyOf: (asked: Asked) => unknown, status = 200): Respond =>
  (response, asked) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(bodyOf(asked)));
  };

export const write =
  (text: string, contentType = "application/json"): Respond =>
  (response) =>
    void response.writeHead(200, { "content-type": contentType }).end(text);
/** An error as a subgraph sends it. */
export const error = { message: "It failed.", extensions: { code: "SUBGRAPH_ERROR" } };

const supergraphSdl = compose([
  {
    name: "good",
    sdl: 'type Query { fine: Int things: [Thing] } type Thing @key(fields: "id") { id: ID! }',
  },
  {
    name: "middle",
    sdl: 'type Thing @key(fields: "id") { id: ID! owner: Owner } type Owner @key(fields: "id") { id: ID! }',
  },
  {
    name: "bad",
    sdl: 'type Query { b: Int c: Int } type Thing @key(fields: "id") { id: ID! size: Int } type Owner @key(fields: "id") { id: ID! size: Int }',
  },
]);

const entity = (type: string) => (id: string) => ({ __typename: type, id });
export const things = ["1", "2"].map(entity("Thing"));

const middle = json(({ variables: { representations = [] } }) => ({
  data: { _entities: representations.map(({ id }) => ({ _k0: id, owner: entity("Owner")(`o${id}`) })) },
}));

/** What an honest subgraph would say. */
export const truth = ({ variables: { representations } }: Asked) =>
  representations
    ? { _entities: representations.map(({ id }, index) => ({ _k0: id, size: index })) }
    : { b: 2, c: 3 };

/** Three subgraphs, of which "good" and "bad" answer as the tests say, and gateways over them. */
export async function startLyingSubgraphs() {
  const answers: { good: Respond; bad: Respond } = {
    good: json(() => ({ data: { fine: 1, things } })),
    bad: json((asked) => ({ data: truth(asked) })),
  };
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    request.once("end", () => {
      const respond = { "/good": answers.good, "/middle": middle }[request.url ?? ""] ?? answers.bad;
      respond(response, JSON.parse(body || "{}") as Asked);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const gateways: GraphQLServer[] = [];
  return {
    answers,
    /** Returns the endpoint of a gateway that waits so long for "bad". */
    startGateway: async (timeoutMs: number, heldResponseBytes?: number): Promise<string> => {
      const gateway = await createLiedToGateway(port, timeoutMs, heldResponseBytes);
      gateways.push(gateway);
      return `${(await gateway.listen({ host: "127.0.0.1", port: 0 })).url}/graphql`;
    },
    close: async () => {
      for (const gateway of gateways) await gateway.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const createLiedToGateway = (port: number, timeoutMs: number, heldResponseBytes: number | undefined) =>
  createGateway({
    ...(heldResponseBytes === undefined ? {} : { heldResponseBytes }),
    supergraphSdl,
    sourceFor: ({ name }) =>
      new HttpDataSource({
        name,
        url: `http://127.0.0.1:${port}/${name}`,
        timeoutMs: name === "bad" ? timeoutMs : 20_000,
        maxResponseBytes: 5_000_000,
        // It fails again and again, and is asked all the same.
        limits: { ...defaultCallLimits, failuresToOpen: 1_000 },
      }),
    logger: silent,
    introspection: true,
  });
