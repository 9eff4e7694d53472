import { operationFromDocument, Supergraph } from "@apollo/federation-internals";
import { QueryPlanner, type FetchNode, type PlanNode, type QueryPlan } from "@apollo/query-planner";
import { parse } from "graphql";

/** The query plan for an operation over a supergraph. */
export function planOf(supergraphSdl: string, query: string): QueryPlan {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const operation = operationFromDocument(supergraph.apiSchema(), parse(query));
  return new QueryPlanner(supergraph).buildQueryPlan(operation);
}

/** The fetches of the query plan for an operation over a supergraph. */
export function planFetches(supergraphSdl: string, query: string): readonly FetchNode[] {
  const { node } = planOf(supergraphSdl, query);
  return node && node.kind !== "Subscription" ? fetchesOf(node) : [];
}

function fetchesOf(node: PlanNode): readonly FetchNode[] {
  if (node.kind === "Fetch") return [node];
  if (node.kind === "Flatten") return fetchesOf(node.node);
  if (node.kind === "Sequence" || node.kind === "Parallel") return node.nodes.flatMap(fetchesOf);
  throw new Error(`Expected a plan of fetches, but got: ${node.kind}`);
}
