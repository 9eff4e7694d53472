import type { FetchNode, PlanNode, QueryPlan } from "@apollo/query-planner";
import { parse } from "graphql";
import { forEachEntityField } from "./entity-fields.js";
import type { PreparedSupergraph } from "./prepare-supergraph.js";
import { covers } from "./required-values.js";

/**
 * Whether a plan may fetch a field without what the field requires, or from a subgraph that does not resolve it. See
 * `separateRequirements`.
 */
export function mayMissRequired({ node }: QueryPlan, supergraph: PreparedSupergraph): boolean {
  if (supergraph.suspects.isEmpty || !node || node.kind === "Subscription") return false;
  return fetchesOf(node).some((fetch) => isSuspect(fetch, supergraph));
}

function isSuspect(fetch: FetchNode, { suspects, requirements }: PreparedSupergraph): boolean {
  const { operation, requires = [], serviceName } = fetch;
  const document = parse(operation, { noLocation: true });
  if (suspects.count("foreign", fetch, document) > 0) return true;
  let unsupplied = suspects.count("chained", fetch, document);
  if (unsupplied === 0) return false;
  // Only a field of the entities themselves gets what it requires.
  forEachEntityField(document, (typeName, fieldName) => {
    if (!suspects.isChained(serviceName, typeName, fieldName)) return;
    const required = requirements.of(serviceName, typeName, fieldName);
    const needed = required.flatMap(({ selections = [] }) => selections);
    if (covers(requires, needed, requirements)) unsupplied -= 1;
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
