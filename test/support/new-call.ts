import { setMaxListeners } from "node:events";
import type { Caller } from "@an-sinh/server/caller";
import type { SubgraphCall } from "@an-sinh/subgraph-kit/context";

/** A call of a subgraph, for which everybody waits. */
export function newCall(caller: Caller): SubgraphCall {
  const { signal } = new AbortController();
  // As a server does it: each statement of a request listens.
  setMaxListeners(0, signal);
  return { requestId: "test", signal, caller };
}
