import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import { parse, visit } from "graphql";
import { forEachEntityField } from "./entity-fields.js";
import type { PreparedSupergraph } from "./prepare-supergraph.js";
import { covers } from "./required-values.js";

/**
 * Whether a plan may fetch a field without what the field requires, or from a subgraph that does not resolve it. See
 * `separateRequirements`.
 */
export function mayMissRequired({ node }: QueryPlan, supergraph: PreparedSupergraph): boolean {
  if (supergraph.suspects.chained.size === 0 || !node || node.kind === "Subscription") return false;
  return fetchesOf(node).some((fetch) => isSuspect(fetch, supergraph));
}

function isSuspect(
  { operation, requires = [], serviceName }: FetchNode,
  { suspects: { chained, foreign }, requirements }: PreparedSupergraph,
): boolean {
  const document = parse(operation, { noLocation: true });
  const names: string[] = [];
  visit(document, { Field: ({ name }) => void names.push(name.value) });
  if (names.some((name) => foreign.get(serviceName)?.has(name))) return true;
  let unsupplied = names.filter((name) => chained.has(name)).length;
  if (unsupplied === 0) return false;
  // Only a field of the entities themselves gets what it requires.
  forEachEntityField(document, (typeName, fieldName) => {
    const required = requirements.of(serviceName, typeName, fieldName);
    const needed = required.flatMap(({ selections = [] }) => selections);
    if (chained.has(fieldName) && covers(requires, needed, requirements)) unsupplied -= 1;
  });
  return unsupplied > 0;
}

function fetchesOf(node: PlanNode): readonly FetchNode[] {
  switch (node.kind) {
    case "Fetch":
      return [node];
    case "Flatten":
      return fetchesOf(node.node);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap(fetchesOf);
    default:
      return [];
  }
}
