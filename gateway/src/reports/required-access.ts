import type { Requirement } from "../authorization/requirement.js";
import type { GraphFacts } from "./graph-facts.js";
import type { SelectedField } from "./selected-fields.js";

type Alternatives = readonly (readonly string[])[];

/** What a caller needs to see all fields. */
export interface RequiredAccess {
  /** Whether nobody sees them all without signing in. */
  readonly isSignInNeeded: boolean;
  /** One of these lists of scopes. Empty: none is needed. */
  readonly scopes: Alternatives;
  /** One of these lists of policies. Empty: none is needed. */
  readonly policies: Alternatives;
}

export function requiredAccess(fields: readonly SelectedField[], facts: GraphFacts): RequiredAccess {
  const requirements = demandedBy(fields, facts);
  const scopes = combined(requirements, "scopes");
  const isSignInNeeded = requirements.some(({ kind }) => kind === "authenticated") || scopes.length > 0;
  return { isSignInNeeded, scopes, policies: combined(requirements, "policies") };
}

const demandedBy = (fields: readonly SelectedField[], facts: GraphFacts): readonly Requirement[] =>
  fields.flatMap(({ typeName, node, fields: below }) => [
    ...facts.requirementsOf(typeName, node.name.value),
    ...demandedBy(below, facts),
  ]);

/** The lists of names of which a caller needs one to meet all requirements of a kind. */
function combined(requirements: readonly Requirement[], kind: "scopes" | "policies"): Alternatives {
  const demands = new Map<string, Alternatives>();
  for (const requirement of requirements)
    if ("alternatives" in requirement && requirement.kind === kind)
      demands.set(JSON.stringify(requirement.alternatives), requirement.alternatives);
  const lists = [...demands.values()].reduce<Alternatives>(
    (found, demand) =>
      withoutLonger(found.flatMap((list) => demand.map((names) => [...new Set([...list, ...names])]))),
    [[]],
  );
  return lists.some((names) => names.length === 0) ? [] : lists;
}

/** Without lists that ask for more than another one. */
function withoutLonger(lists: Alternatives): Alternatives {
  const sorted = lists.map((list) => list.toSorted()).toSorted((a, b) => a.length - b.length);
  return sorted.filter(
    (list, index) => !sorted.slice(0, index).some((other) => other.every((name) => list.includes(name))),
  );
}
