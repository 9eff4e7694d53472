import { openDatabases, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { defaultResponseCache } from "@an-sinh/gateway/response-cache/response-cache-settings";
import { anonymous } from "@an-sinh/server/caller";
import { createLogger } from "@an-sinh/server/logger";
import { loadSample } from "../../sample.js";
import { spreadOf } from "../../tables/spread.js";
import { markdownTable } from "../../tables/markdown-table.js";
import { ask } from "../growth/ask.js";
import type { PartContext, PartResult } from "../part.js";

/** The first are planned, and V8 compiles. */
const warmUps = 20;

const small = `{ administrativeUnits(first: 1, filter: { level: PROVINCE, on: "2025-12-31" }) { edges { node {
  name credit(year: 2025) { outstanding } poverty(year: 2025) { poor nearPoor }
} } } }`;

const large = `{ administrativeUnits(first: 60, filter: { level: COMMUNE, on: "2025-12-31" }) { edges { node {
  name poverty(year: 2025) { poor nearPoor } credit(year: 2025) { outstanding programs { outstanding program { name } } }
} } } }`;

const operations = [
  { name: "figures of one province", query: small },
  { name: "figures of sixty communes", query: large },
];

/** What an answer to everyone costs where its responses are kept, and where departments are asked each time. */
export async function measureKept(context: PartContext): Promise<PartResult> {
  const { store, settings, signal } = context;
  const locations = await store.locate("scale-1");
  await loadSample(locations, { scale: 1, signal });
  const asked = await open(locations, undefined);
  const kept = await open(locations, defaultResponseCache);
  const rows: string[][] = [];
  try {
    for (const { name, query } of operations) {
      context.progress.line(`kept: ${name}`);
      const costs = await measureBoth([asked.url, kept.url], query, settings.runs, signal);
      const [ofAsked = Number.NaN, ofKept = Number.NaN] = costs;
      rows.push([name, ofAsked.toFixed(2), ofKept.toFixed(2), (ofAsked / ofKept).toFixed(1)]);
    }
  } finally {
    await asked.close();
    await kept.close();
  }
  const header = ["operation", "asked: ms", "kept: ms", "×"];
  return { sections: [`### kept responses, ${store.title}`, markdownTable(header, rows)], goals: [] };
}

async function open(locations: DatabaseLocations, responseCache: typeof defaultResponseCache | undefined) {
  const graph = await createEmbeddedGraph(await openDatabases(locations), {
    logger: createLogger("silent"),
    introspection: false,
    identify: async () => anonymous,
    responseCache,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  return { url, close: () => graph.close() };
}

/** The median milliseconds of an answer of each, asked in turns. */
async function measureBoth(
  urls: readonly string[],
  query: string,
  runs: number,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const times = urls.map((): number[] => []);
  for (let run = 0; run < warmUps + runs; run += 1)
    for (const [at, url] of urls.entries()) {
      signal.throwIfAborted();
      const started = performance.now();
      await ask(url, query);
      if (run >= warmUps) times[at]?.push(performance.now() - started);
    }
  return times.map((each) => spreadOf(each).median);
}
