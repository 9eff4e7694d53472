import { join } from "node:path";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { createLogger } from "@an-sinh/server/logger";
import { storedOperations } from "../../support/operations.js";
import { openSample } from "../sample.js";
import { ask } from "./ask.js";
import { fixedSizeOperations } from "./fixed-size-operations.js";

interface Measured {
  readonly medianMs: number;
  readonly statements: number;
}

interface OperationsSettings {
  readonly scales: readonly number[];
  readonly runs: number;
  /** The folder of the samples, each in a folder of its own. */
  readonly folder: string;
}

/** Measures every operation at every scale, and prints a table. */
export async function measureOperations(settings: OperationsSettings, signal: AbortSignal): Promise<void> {
  const results = new Map<number, Map<string, Measured>>();
  for (const scale of settings.scales) results.set(scale, await measureScale(scale, settings, signal));
  print(settings.scales, results);
}

async function measureScale(
  scale: number,
  { runs, folder }: OperationsSettings,
  signal: AbortSignal,
): Promise<Map<string, Measured>> {
  let statements = 0;
  const databases = await openSample(join(folder, `scale-${scale}`), { scale, signal }, () => {
    statements += 1;
  });
  const graph = await createEmbeddedGraph(databases, {
    logger: createLogger("silent"),
    introspection: false,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  const results = new Map<string, Measured>();
  try {
    for (const { name, document } of [...storedOperations(), ...(await fixedSizeOperations(url))]) {
      signal.throwIfAborted();
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
