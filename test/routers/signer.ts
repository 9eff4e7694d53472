import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { writeCaller } from "@an-sinh/server/caller";
import { callSigner } from "@an-sinh/server/signatures/call-signer";
import { channelKeys } from "@an-sinh/server/signatures/channel-keys";
import { benchSubgraphKey } from "../bench/keys.js";
import { official } from "../support/callers.js";

/**
 * Stands before departments for routers that cannot sign their calls: each at the path of its name. It hands on what it
 * gets, byte for byte, with the signature of an official who may see everything.
 */
export interface Signer extends AsyncDisposable {
  urlOf(department: string): string;
  /** Responses since the last call that were no answers, such as "households: 400 …". */
  takeRefusals(): readonly string[];
}

const timeLeftMs = "60000";

/** `urls`: where the departments listen, by name. */
export async function startSigner(urls: ReadonlyMap<string, string>): Promise<Signer> {
  let refusals: string[] = [];
  const server = createServer((request, reply) => {
    const name = (request.url ?? "").slice(1);
    handOn({ name, url: urls.get(name) ?? "" }, request, reply).then(
      (refusal) => refusal && refusals.push(refusal),
      () => reply.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (department) => `http://127.0.0.1:${port}/${department}`,
    takeRefusals: () => {
      const taken = refusals;
      refusals = [];
      return taken;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Null: the department answered. Else what it refused, and why. */
async function handOn(
  { name, url }: { readonly name: string; readonly url: string },
  request: IncomingMessage,
  reply: ServerResponse,
): Promise<string | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const headers = new Headers();
  for (const key of ["content-type", "accept"] as const) {
    const value = request.headers[key];
    if (value !== undefined) headers.set(key, value);
  }
  const sign = callSigner(name, channelKeys.parse(benchSubgraphKey));
  const signed = sign({ body, caller: writeCaller(official), requestId: "routers", timeLeftMs });
  signed.forEach((key, at) => at % 2 === 0 && headers.set(key, signed[at + 1] ?? ""));
  const response = await fetch(url, { method: request.method ?? "POST", headers, body });
  const text = await response.text();
  reply.writeHead(response.status, { "content-type": response.headers.get("content-type") ?? "text/plain" });
  reply.end(text);
  return response.ok ? null : `${name}: ${response.status} ${text.slice(0, 200)}`;
}
