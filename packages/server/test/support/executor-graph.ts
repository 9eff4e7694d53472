import { buildSchema } from "graphql";
import type { ExecutableGraph, Executor } from "../../src/executable-graph.js";

/** A graph that answers everything with the given executor. `reload` announces its schema again. */
export function executorGraph(executor: Executor): ExecutableGraph & { reload(): void } {
  const apiSchema = buildSchema(
    "type Query { me(n: Float, text: String): String } type Mutation { change: String } type Subscription { news: String }",
  );
  const listeners: (() => void)[] = [];
  return {
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        listeners.push(() => callback({ apiSchema, coreSupergraphSdl: "" }));
        listeners.at(-1)?.();
        return () => undefined;
      },
      load: async () => ({ executor }),
      stop: async () => undefined,
    },
    reload: () => {
      for (const announce of listeners) announce();
    },
  };
}
