import type { ConstDirectiveNode, DocumentNode } from "graphql";
import { isJoinField, mapFields, readDirective, type JoinField } from "./join-directives.js";
import { usedFieldsOf } from "./used-fields.js";

/** A field that is external in a subgraph. */
export interface ExternalField {
  /** The subgraph, as `join__Graph` names it. */
  readonly graph: string;
  readonly typeName: string;
  readonly fieldName: string;
}

/**
 * Removes candidates that their subgraph does not use. The composition has rejected such fields, and Apollo Gateway
 * would do so again after a field has moved.
 */
export function withoutUnusedExternals(
  supergraph: DocumentNode,
  isCandidate: (field: ExternalField) => boolean,
): DocumentNode {
  const used = usedFieldsOf(supergraph);
  return mapFields(supergraph, (field, typeName) => {
    const fieldName = field.name.value;
    const isKept = (directive: ConstDirectiveNode): boolean => {
      const { graph, external } = isJoinField(directive) ? readDirective<JoinField>(directive) : {};
      if (!external || graph === undefined || !isCandidate({ graph, typeName, fieldName })) return true;
      return used.has(`${graph}:${typeName}.${fieldName}`);
    };
    return [{ ...field, directives: field.directives?.filter(isKept) ?? [] }];
  });
}
