import type { GraphFacts } from "./graph-facts.js";
import type { SelectedField } from "./selected-fields.js";

type Alternatives = readonly (readonly string[])[];

/** The lists of scopes of which a caller needs one to see all fields. Empty: none is needed. */
export function requiredScopes(fields: readonly SelectedField[], facts: GraphFacts): Alternatives {
  const demands = new Map<string, Alternatives>();
  const visit = (selected: readonly SelectedField[]): void => {
    for (const { typeName, node, fields: below } of selected) {
      for (const demand of facts.scopesOf(typeName, node.name.value))
        demands.set(JSON.stringify(demand), demand);
      visit(below);
    }
  };
  visit(fields);
  const combined = [...demands.values()].reduce<Alternatives>(
    (lists, demand) =>
      withoutLonger(lists.flatMap((list) => demand.map((scopes) => [...new Set([...list, ...scopes])]))),
    [[]],
  );
  return combined.some((scopes) => scopes.length === 0) ? [] : combined;
}

/** Without lists that ask for more than another one. */
function withoutLonger(lists: Alternatives): Alternatives {
  const sorted = lists.map((list) => list.toSorted()).toSorted((a, b) => a.length - b.length);
  return sorted.filter(
    (list, index) => !sorted.slice(0, index).some((other) => other.every((scope) => list.includes(scope))),
  );
}
