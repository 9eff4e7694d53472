import { startGraph, type GraphUnderTest } from "./graph.js";

/** A graph that files of tests have in common: they only ask it. */
export type SharedGraph = Omit<GraphUnderTest, "fail" | "break" | "close">;

let started: Promise<GraphUnderTest> | undefined;

/**
 * The graph of this process, for all files of tests that need none of their own. It is started for the first of them and
 * ends with the process.
 */
export async function sharedGraph(): Promise<SharedGraph> {
  const graph = await (started ??= startGraph());
  graph.takeStatements();
  return graph;
}
