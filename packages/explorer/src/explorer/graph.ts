/** What the gateway says of the graph that it serves. */
export interface Graph {
  readonly title: string;
  readonly firstQuery?: string;
  /** Prints a token in a terminal. */
  readonly tokenCommand?: string;
  /** Prints one that also shows query plans. */
  readonly debugTokenCommand?: string;
  /** Documents, each with comments that say what it asks. */
  readonly examples: readonly string[];
}

/** Without an answer the explorer works, and has no examples. */
export async function readGraph(): Promise<Graph> {
  try {
    const response = await fetch("/explorer/graph.json");
    if (response.ok) return (await response.json()) as Graph;
  } catch {
    // The endpoint will say what is wrong.
  }
  return { title: "GraphQL", examples: [] };
}
