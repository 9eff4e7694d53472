import { setTimeout as sleep } from "node:timers/promises";
import type { CheckingClient, Seen } from "../faults/client.js";
import type { ClusterEvent } from "./events.js";
import type { ImportOutcome } from "./import-lines.js";
import type { Cluster } from "./open-cluster.js";

/** What came of an event. */
export interface EventResult {
  readonly name: string;
  readonly seen: readonly Seen[];
  readonly imports: readonly ImportOutcome[];
}

interface EventPlan {
  readonly cluster: Cluster;
  readonly client: CheckingClient;
  /** Imports one more file. */
  readonly importNext: () => Promise<ImportOutcome>;
  readonly everyMs: number;
  readonly signal: AbortSignal;
}

/**
 * Lets the event happen until the cluster is whole again: the next one finds nothing that this one has left. Meanwhile it
 * asks all the time, and imports one file after the other.
 */
export async function runEvent(event: ClusterEvent, plan: EventPlan): Promise<EventResult> {
  const { cluster, client, importNext, everyMs, signal } = plan;
  const over = new AbortController();
  const asked: Promise<Seen>[] = [];
  const imports: ImportOutcome[] = [];
  const asking = async () => {
    for (; !over.signal.aborted; await sleep(everyMs)) asked.push(client.ask(asked.length));
  };
  const importing = async () => {
    for (; !over.signal.aborted; await sleep(everyMs)) imports.push(await importNext());
  };
  const happening = event
    .run(cluster)
    .then(cluster.untilWhole)
    .finally(() => over.abort());
  await Promise.all([happening, asking(), importing()]);
  signal.throwIfAborted();
  return { name: event.name, seen: await Promise.all(asked), imports };
}
