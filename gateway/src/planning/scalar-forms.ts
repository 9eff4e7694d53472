import { Kind, type DocumentNode } from "graphql";
import { SupergraphError } from "../supergraph/subgraph-locations.js";
import { readDirective } from "./join-directives.js";
import { linkedDirective, ownSpecifications } from "./links.js";

const forms = ["integer", "number", "text", "boolean", "date"] as const;

/** What JSON values a scalar has. */
export type ScalarForm = (typeof forms)[number];

/** The forms that `@scalarForm` gives to scalars, by their names. The others may have any value. */
export function readScalarForms(supergraph: DocumentNode): ReadonlyMap<string, ScalarForm> {
  const name = linkedDirective(supergraph, "scalarForm", { publisher: ownSpecifications });
  const found = new Map<string, ScalarForm>();
  for (const type of supergraph.definitions) {
    if (type.kind !== Kind.SCALAR_TYPE_DEFINITION) continue;
    const directive = type.directives?.find((candidate) => candidate.name.value === name);
    if (directive) found.set(type.name.value, formOf(readDirective<{ readonly is: string }>(directive).is));
  }
  return found;
}

function formOf(given: string): ScalarForm {
  const form = forms.find((known) => known === given);
  if (!form)
    throw new SupergraphError(
      `expected one of ${forms.join(", ")} as the form of a scalar, but got: ${given}`,
    );
  return form;
}
