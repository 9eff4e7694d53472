import { Kind, visit, type DocumentNode } from "graphql";
import { parseFieldSet } from "../../planning/field-sets.js";
import type { NameRules } from "./internal-names.js";

/** Arguments of the `join__` directives that hold field sets. */
const fieldSetArguments: ReadonlySet<string> = new Set(["key", "requires", "provides"]);

/** Reads from a supergraph which names its fields have, and which of them a plan may fetch on its own account. */
export function nameRulesOf(supergraph: DocumentNode): NameRules {
  const fieldNames = new Set<string>();
  const fieldSets = new Set<string>();
  visit(supergraph, {
    FieldDefinition: ({ name }) => void fieldNames.add(name.value),
    Directive: (directive) => {
      if (!directive.name.value.startsWith("join__")) return;
      for (const { name, value } of directive.arguments ?? []) {
        if (fieldSetArguments.has(name.value) && value.kind === Kind.STRING) fieldSets.add(value.value);
      }
    },
  });
  const plannedNames = new Set<string>();
  for (const fieldSet of fieldSets) {
    visit(parseFieldSet(fieldSet), { Field: ({ name }) => void plannedNames.add(name.value) });
  }
  return { fieldNames, plannedNames };
}
