import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabases, sampleTargets, sqliteLocations } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { createLogger } from "@an-sinh/server/logger";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import { storedOperations } from "../support/operations.js";
import { ask } from "./ask.js";
import { fixedSizeOperations } from "./fixed-size-operations.js";

const help = `Measures every stored operation on the sample at several sizes, in one process, on SQLite.

  npm run bench -- [--scales 1,20] [--runs 15] [--folder .data/bench]

Prints the median latency and the number of SQL statements of each operation, and by how much the latency grows
from the first scale to the last. The samples are loaded into the folder on the first run: scale 20 takes minutes
and gigabytes.`;

interface Measured {
  readonly medianMs: number;
  readonly statements: number;
}

const { values } = parseArgs({
  options: {
    scales: { type: "string", default: "1,20" },
    runs: { type: "string", default: "15" },
    folder: { type: "string", default: ".data/bench" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(help);
else await main();

async function main(): Promise<void> {
  const scales = values.scales.split(",").map(Number);
  const results = new Map<number, Map<string, Measured>>();
  for (const scale of scales) results.set(scale, await measureScale(scale, Number(values.runs)));
  print(scales, results);
}

async function measureScale(scale: number, runs: number): Promise<Map<string, Measured>> {
  let statements = 0;
  const databases = await openDatabases(sqliteLocations(join(values.folder, `scale-${scale}`)), () => {
    statements += 1;
  });
  await prepareSample(sampleTargets(databases), { scale });
  const graph = await createEmbeddedGraph(databases, {
    logger: createLogger("silent"),
    introspection: false,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  const results = new Map<string, Measured>();
  try {
    for (const { name, document } of [...storedOperations(), ...(await fixedSizeOperations(url))]) {
      await ask(url, document);
      const times: number[] = [];
      statements = 0;
      for (let run = 0; run < runs; run += 1) {
        const started = performance.now();
        await ask(url, document);
        times.push(performance.now() - started);
      }
      const medianMs = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
      results.set(name, { medianMs, statements: statements / runs });
    }
  } finally {
    await graph.close();
  }
  return results;
}

function print(scales: readonly number[], results: ReadonlyMap<number, ReadonlyMap<string, Measured>>): void {
  const rows = [...(results.get(scales[0] ?? 1)?.keys() ?? [])].map((name) => {
    const measured = scales.map((scale) => results.get(scale)?.get(name));
    const growth = (measured.at(-1)?.medianMs ?? 0) / (measured[0]?.medianMs ?? 1);
    return {
      operation: name,
      ...Object.fromEntries(
        scales.flatMap((scale, index) => [
          [`ms at ${scale}`, measured[index]?.medianMs.toFixed(1)],
          [`statements at ${scale}`, measured[index]?.statements],
        ]),
      ),
      growth: `${growth.toFixed(2)} ×`,
    };
  });
  console.table(rows);
}
