import {
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "../execution/operation/fragments.js";
import type { LookupFields } from "./lookup-fields.js";

/** The look-ups by a secret that an operation asks for, each once. */
export interface AskedLookups {
  /** By the names that they have in the answer: the fields. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether the secrets are where they must not be: in the document, as values or as defaults of variables. */
  readonly showsSecrets: boolean;
}

/** `@skip` and `@include` do not count: what might be asked for is asked for. */
export function askedLookups(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  known: LookupFields,
): AskedLookups {
  const fragments = fragmentsOf(document);
  const withDefault = new Set(
    operation.variableDefinitions?.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [variable.name.value] : [],
    ),
  );
  const isHidden = ({ value }: ArgumentNode) =>
    value.kind === Kind.VARIABLE && !withDefault.has(value.name.value);
  const fields = new Map<string, string>();
  const spread = new Set<string>();
  let showsSecrets = false;
  // All are fields of the root, which only fragments wrap.
  const read = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || spread.has(fragment.name.value)) continue;
        spread.add(fragment.name.value);
        read(fragment.selectionSet);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        read(selection.selectionSet);
      } else {
        const field = `Query.${selection.name.value}`;
        if (!known.has(field)) continue;
        fields.set(selection.alias?.value ?? selection.name.value, field);
        showsSecrets ||= !(selection.arguments ?? []).every(isHidden);
      }
    }
  };
  if (operation.operation === "query") read(operation.selectionSet);
  return { fields, showsSecrets };
}
