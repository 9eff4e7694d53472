import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createGateway } from "@an-sinh/gateway/gateway";
import { createLogger } from "@an-sinh/server/logger";
import { compose } from "../../../gateway/test/support/supergraph.js";
import { startRequests, type RequestCounts } from "./steady-requests.js";

interface Reloads extends RequestCounts {
  /** How much more the heap holds after the second half of the reloads than after the first, in bytes. */
  readonly heapGrowth: number;
}

const supergraphOf = (field: string) =>
  compose([{ name: "one", url: "http://one", sdl: `type Query { a: Int ${field}: Int }` }]);

/** Replaces the supergraph of a gateway in this process again and again, at 40 requests a second. */
export async function reloadOften(reloads: number, signal?: AbortSignal): Promise<Reloads> {
  const collectGarbage = garbageCollector();
  const supergraphs = [supergraphOf("b"), supergraphOf("c")] as const;
  const sourceFor = () => ({ fetch: async () => ({ data: { a: 1 } }) });
  const gateway = await createGateway({
    supergraphSdl: supergraphs[0],
    sourceFor,
    logger: createLogger("error"),
    introspection: false,
  });
  const { url } = await gateway.listen({ host: "127.0.0.1", port: 0 });
  const load = startRequests({
    url: `${url}/graphql`,
    query: "{ a }",
    answer: '{"data":{"a":1}}',
    perSecond: 40,
  });
  const reloadHalf = async () => {
    for (let count = 1; count <= reloads / 2; count += 1) {
      signal?.throwIfAborted();
      await setImmediate();
      await gateway.replaceSupergraph({ supergraphSdl: supergraphs[count % 2 === 0 ? 0 : 1], sourceFor });
    }
    return collectGarbage();
  };
  try {
    const first = await reloadHalf();
    const second = await reloadHalf();
    return { ...(await load.stop()), heapGrowth: second - first };
  } finally {
    await load.stop();
    await gateway.close();
  }
}

/** Collects all garbage, and gives what the heap holds then, in bytes. */
function garbageCollector(): () => number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  return () => {
    collect();
    collect();
    return process.memoryUsage().heapUsed;
  };
}
