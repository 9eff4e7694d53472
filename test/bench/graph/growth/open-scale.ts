import { openDatabases, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { createEmbeddedGraph } from "@an-sinh/deployment/embedded-graph";
import { createLogger } from "@an-sinh/server/logger";
import { official } from "../../../support/callers.js";
import { ask } from "./ask.js";
import { growthOperations, type GrowthOperation } from "./growth-operations.js";
import { openReplay, type RunStatement } from "./replay-statements.js";

/** The embedded graph over a sample of one size. */
export interface OpenScale {
  readonly operations: readonly GrowthOperation[];
  /** Milliseconds until a client has the answer. */
  timeAnswer(operation: GrowthOperation): Promise<number>;
  /** The statements of one answer. */
  statementsOf(operation: GrowthOperation): Promise<readonly RunStatement[]>;
  /** Milliseconds in which the database runs them once more, one after the other. */
  timeStatements(statements: readonly RunStatement[]): Promise<number>;
  close(): Promise<void>;
}

/** Opens the graph over the sample that is in the databases. `names` are the stored operations to measure. */
export async function openScale(locations: DatabaseLocations, names: readonly string[]): Promise<OpenScale> {
  const run: RunStatement[] = [];
  const databases = await openDatabases(locations, (department, sql, parameters) => {
    run.push({ department, sql, parameters });
  });
  const graph = await createEmbeddedGraph(databases, {
    logger: createLogger("silent"),
    introspection: false,
    identify: async () => official,
  });
  const { url } = await graph.listen({ host: "127.0.0.1", port: 0 });
  const replay = openReplay(locations);
  return {
    operations: await growthOperations(url, names),
    timeAnswer: async ({ document }) => {
      const started = performance.now();
      await ask(url, document);
      return performance.now() - started;
    },
    statementsOf: async ({ document }) => {
      run.length = 0;
      await ask(url, document);
      return [...run];
    },
    timeStatements: (statements) => replay.run(statements),
    close: async () => {
      await replay.close();
      await graph.close();
    },
  };
}
