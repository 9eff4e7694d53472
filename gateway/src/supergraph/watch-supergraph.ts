import type { GatewayServer, NextSupergraph } from "../gateway-options.js";
import { SupergraphWatch, type WatchOptions } from "./supergraph-watch.js";

interface Watching extends Pick<WatchOptions, "source" | "pollMs" | "logger"> {
  /** What takes the place of the supergraph. Throws `SettingsError` where the settings lack something for it. */
  readonly toNext: (supergraphSdl: string) => NextSupergraph;
}

/** A gateway that serves what its source has, and looks for it at once when it is asked to reload. */
export function watchSupergraph(gateway: GatewayServer, { toNext, ...options }: Watching): GatewayServer {
  const watch = new SupergraphWatch({
    ...options,
    state: gateway.supergraph,
    use: async (supergraphSdl) => gateway.replaceSupergraph(toNext(supergraphSdl)),
  });
  return {
    ...gateway,
    reload: async () => {
      await watch.reload();
      await gateway.reload?.();
    },
    close: () => watch.close().finally(() => gateway.close()),
  };
}
