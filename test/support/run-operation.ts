import type { GraphClient } from "./graph.js";
import { storedOperation } from "./operations.js";

/** A page of a list: what the tests read of it. */
export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Node }[];
}

/** The data of a stored operation; an error in the answer fails the test. */
export async function runOperation<Data>(
  graph: GraphClient,
  name: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  return (await graph.expectData(storedOperation(name), variables)) as Data;
}

/** The households on all pages of a stored operation that lists households. */
export async function allHouseholds<Node>(graph: GraphClient, name: string): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const data: { households: Page<Node> } = await runOperation(graph, name, { after });
    nodes.push(...data.households.edges.map(({ node }) => node));
    after = data.households.pageInfo.hasNextPage ? data.households.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}
