import { visit, type DocumentNode } from "graphql";
import { parseFieldSet } from "./field-sets.js";
import { joinedFieldsOf, serviceNamesOf } from "./join-directives.js";
import { requiringFields } from "./requiring-fields.js";

/** Names of fields that a plan may have in a fetch where they do not belong. */
export interface SuspectNames {
  /** Fields that require something and that another field requires. Empty: no plan is wrong. */
  readonly chained: ReadonlySet<string>;
  /** By subgraph: fields that it requires of others and does not resolve itself. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>;
}

export function suspectNamesOf(supergraph: DocumentNode): SuspectNames {
  const services = serviceNamesOf(supergraph);
  const fields = requiringFields(supergraph);
  const required = new Map<string, Set<string>>();
  for (const { graph, requires } of fields) {
    const names = required.get(graph) ?? new Set<string>();
    required.set(graph, names);
    visit(parseFieldSet(requires), { Field: ({ name }) => void names.add(name.value) });
  }
  const foreign = new Map([...services.values()].map((service) => [service, new Set<string>()]));
  for (const { graph = "", external, field } of joinedFieldsOf(supergraph)) {
    if (external && required.get(graph)?.has(field.name.value))
      foreign.get(services.get(graph) ?? "")?.add(field.name.value);
  }
  return {
    chained: new Set(fields.flatMap(({ isRequired, fieldName }) => (isRequired ? [fieldName] : []))),
    foreign,
  };
}
