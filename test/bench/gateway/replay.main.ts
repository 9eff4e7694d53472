import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { openDatabases, sqliteLocations } from "@an-sinh/deployment/databases";
import { createSubgraphs } from "@an-sinh/deployment/embedded-graph";
import { official } from "../../support/callers.js";
import type { ReplayCounts } from "./replay-counts.js";
import { serveMessages } from "../contest/serve-messages.js";

/*
 * The subgraphs, each at the path of its name. A request that was never seen is answered by the real subgraph over the
 * sample; the bytes of its response are kept, and sent again whenever the same bytes are received.
 */
const [, , folder = ""] = process.argv;
const subgraphs = await createSubgraphs(await openDatabases(sqliteLocations(folder)));
const responses = new Map<string, Buffer | Promise<Buffer>>();
const counts = { requests: 0, recorded: 0 };

async function respond(request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const path = request.url ?? "";
  const key = path + createHash("sha1").update(body).digest("base64");
  counts.requests += 1;
  const known = responses.get(key);
  const response = known instanceof Buffer ? known : await (known ?? record(key, path, body));
  reply.writeHead(200, { "content-type": "application/json", "content-length": response.byteLength });
  reply.end(response);
}

interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
}

function record(key: string, path: string, body: Buffer): Promise<Buffer> {
  counts.recorded += 1;
  const recording = execute(path, body);
  responses.set(key, recording);
  void recording.then((response) => responses.set(key, response));
  return recording;
}

async function execute(path: string, body: Buffer): Promise<Buffer> {
  const subgraph = subgraphs.get(path.slice(1));
  if (!subgraph) throw new Error(`Expected the path of a subgraph, but got: ${path}`);
  const call = { requestId: "bench", signal: new AbortController().signal, caller: official };
  const { query, variables, operationName } = JSON.parse(body.toString("utf8")) as SubgraphRequest;
  const response = await subgraph.prepare(query)(variables ?? {}, operationName, call);
  return Buffer.from(JSON.stringify(response));
}

const server = createServer((request, reply) => void respond(request, reply));
// The connections of a gateway stay open while others are measured.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

/** Any message: how many requests were answered since the last one. */
serveMessages(async (): Promise<ReplayCounts> => {
  const taken = { ...counts };
  Object.assign(counts, { requests: 0, recorded: 0 });
  return taken;
});
