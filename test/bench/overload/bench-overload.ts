import { setMaxListeners } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sqliteLocations } from "@an-sinh/deployment/databases";
import { Arena } from "../contest/arena.js";
import { Child } from "../contest/child.js";
import { signIn } from "../contest/sign-in.js";
import { writeSupergraph } from "../contest/write-supergraph.js";
import type { GatewayContestant } from "../gateway/contestants.js";
import { countFetches, startReplay, type Gateways } from "../gateway/replay.js";
import { operationNamed } from "../operations/operations.js";
import { ourGateway } from "../peers/peers.js";
import { loadSample } from "../sample.js";
import { markdownTable } from "../tables/markdown-table.js";
import type { OfferOrder, OfferResult } from "./messages.js";

export interface OverloadSettings {
  readonly operation: string;
  /** How many times its capacity a gateway is offered. */
  readonly times: readonly number[];
  readonly durationMs: number;
  readonly goodMs: number;
  readonly dataFolder: string;
}

/** As the gateway is without settings. The arena's own take every request. */
const defaultLoad = { MAX_REQUESTS: "", MAX_WAIT_MS: "", SUBGRAPH_MAX_CONCURRENT: "" };

const contestants: readonly GatewayContestant[] = [
  { ...ourGateway(defaultLoad), name: "shedding", title: "An Sinh" },
  { ...ourGateway(), name: "taking", title: "An Sinh, which takes every request" },
];

interface Row {
  readonly title: string;
  /** Measured just before, on connections of the same kind: the speed of a machine changes. */
  readonly capacity: number;
  readonly result: OfferResult;
}

/** Offers gateways more than they can answer, and prints what comes of it. All processes end with it. */
export async function benchOverload(settings: OverloadSettings, signal: AbortSignal): Promise<void> {
  await loadSample(sqliteLocations(settings.dataFolder), { scale: 1, signal });
  const folder = await mkdtemp(join(tmpdir(), "an-sinh-bench-"));
  const done = new AbortController();
  try {
    const ended = AbortSignal.any([signal, done.signal]);
    setMaxListeners(0, ended);
    const replay = startReplay(settings.dataFolder, ended);
    const address = await replay.address();
    const graph = await writeSupergraph(folder, (department) => new URL(department, address).href);
    const official = await signIn(folder);
    const arena: Gateways = new Arena(graph, countFetches(replay), official, ended);
    const clients = new Child("offer", fileURLToPath(new URL("offer.main.ts", import.meta.url)), {
      signal: ended,
    });
    const rows: Row[] = [];
    for (const contestant of contestants)
      rows.push(...(await measure(arena, contestant, clients, official.token, settings)));
    console.log(table(rows, settings));
  } finally {
    done.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  arena: Gateways,
  contestant: GatewayContestant,
  clients: Child,
  token: string | undefined,
  { operation, times, durationMs, goodMs }: OverloadSettings,
): Promise<Row[]> {
  const running = await arena.start(contestant);
  const expected = await arena.ask(running, operation, 0);
  const pairing = { running, operation, expected };
  const load = { connections: 20, durationMs };
  // The first time its code is compiled.
  await arena.measure(pairing, load);
  const rows: Row[] = [];
  const offers = times.flatMap((factor) =>
    [false, true].map((isReconnecting) => ({ factor, isReconnecting })),
  );
  for (const { factor, isReconnecting } of offers) {
    const { requestsPerSecond: capacity } = await arena.measure(pairing, { ...load, isReconnecting });
    const order: OfferOrder = {
      url: new URL(contestant.pathOf(operation), running.url).href,
      token,
      query: operationNamed(operation).documentAt(0),
      perSecond: factor * capacity,
      durationMs,
      goodMs,
      isReconnecting,
      answerBytes: Buffer.byteLength(expected),
    };
    rows.push({
      title: `${contestant.title}, ${factor} times${isReconnecting ? ", new connections" : ""}`,
      capacity,
      result: await clients.ask<OfferResult>(order),
    });
  }
  running.process.stop();
  return rows;
}

const table = (rows: readonly Row[], { operation, goodMs }: OverloadSettings): string =>
  markdownTable(
    [operation, "capacity/s", "offered/s", `good within ${goodMs} ms/s`, "of capacity", "refused", "late"],
    rows.map(({ title, capacity, result }) => {
      const { sent, good, refused, late, seconds } = result;
      const share = (count: number) => `${((100 * count) / sent).toFixed(0)} %`;
      return [
        title,
        capacity.toFixed(0),
        (sent / seconds).toFixed(0),
        (good / seconds).toFixed(0),
        `${((100 * good) / seconds / capacity).toFixed(0)} %`,
        share(refused),
        share(late),
      ];
    }),
  );
