import { openDatabases, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { createLogger } from "@an-sinh/server/logger";
import { spreadOf } from "../../tables/spread.js";
import type { PartContext } from "../part.js";
import { ask } from "./ask.js";
import { growthOperations, type GrowthOperation } from "./growth-operations.js";
import { openReplay, type Replay, type RunStatement } from "./replay-statements.js";

/** Medians of one operation at one scale. */
export interface Grown {
  readonly operation: GrowthOperation;
  readonly statements: number;
  /** What the database took for the operation's statements, one after the other. */
  readonly statementMs: number;
  /** What a client waited for the answer. */
  readonly answerMs: number;
}

/** Measures every operation on the sample that is in the databases. */
export async function measureScale(
  locations: DatabaseLocations,
  { settings, progress, signal }: PartContext,
): Promise<Grown[]> {
  const run: RunStatement[] = [];
  const databases = await openDatabases(locations, (department, sql, parameters) => {
    run.push({ department, sql, parameters });
  });
  const graph = await createEmbeddedGraph(databases, {
    logger: createLogger("silent"),
    introspection: false,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  const replay = openReplay(locations);
  const grown: Grown[] = [];
  try {
    const operations = await growthOperations(url, settings.operations);
    progress.begin(operations.length);
    for (const operation of operations) {
      signal.throwIfAborted();
      const answerMs = await medianOf(settings.runs, () => timeAnswer(url, operation));
      const statements = await statementsOf(url, operation, run);
      const statementMs = await medianOf(settings.runs, () => replay.run(statements));
      grown.push({ operation, statements: statements.length, statementMs, answerMs });
      progress.advance(1, operation.name);
    }
  } finally {
    progress.end();
    await closeAll(replay, graph);
  }
  return grown;
}

async function closeAll(replay: Replay, graph: { close(): Promise<void> }): Promise<void> {
  await replay.close();
  await graph.close();
}

/** The statements of one answer. `run` is where the graph notes them. */
async function statementsOf(
  url: string,
  { document }: GrowthOperation,
  run: RunStatement[],
): Promise<RunStatement[]> {
  run.length = 0;
  await ask(url, document);
  return [...run];
}

async function timeAnswer(url: string, { document }: GrowthOperation): Promise<number> {
  const started = performance.now();
  await ask(url, document);
  return performance.now() - started;
}

/** After this time, fewer runs have to do. */
const enoughMs = 3_000;

/** The median of some runs, after one that warms up. */
async function medianOf(runs: number, time: () => Promise<number>): Promise<number> {
  await time();
  const times: number[] = [];
  const started = performance.now();
  do times.push(await time());
  while (times.length < runs && performance.now() - started < enoughMs);
  return spreadOf(times).median;
}
