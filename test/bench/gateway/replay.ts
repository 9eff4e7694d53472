import { fileURLToPath } from "node:url";
import type { Arena, Meter } from "../contest/arena.js";
import { Child } from "../contest/child.js";
import type { FederatedGraph } from "../contest/contestant.js";
import type { Measurement } from "../contest/measurement.js";
import type { ReplayCounts } from "./replay-counts.js";

/** What a gateway asked of the subgraphs. */
export interface Fetched {
  /** Requests to subgraphs, per request of a client. */
  readonly fetches: number;
}

export type Gateways = Arena<FederatedGraph, Fetched>;
export type GatewayMeasurement = Measurement & Fetched;

/** The process that replays the subgraphs. It ends when the signal fires. */
export const startReplay = (dataFolder: string, signal: AbortSignal): Child =>
  new Child("replay", fileURLToPath(new URL("replay.main.ts", import.meta.url)), {
    args: [dataFolder],
    signal,
  });

/** Counts what the gateways ask it. */
export const countFetches = (replay: Child): Meter<Fetched> => ({
  begin: () => replay.ask<ReplayCounts>("counts"),
  end: async (requests) => {
    const counts = await replay.ask<ReplayCounts>("counts");
    return { fetches: counts.requests / requests };
  },
});
