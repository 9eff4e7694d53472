import { Kind, parse, visit, type DirectiveNode } from "graphql";

/** Names that a query plan uses on its own account. */
export interface ReservedNames {
  /** Fields that it fetches besides those a client asks for: of keys, `@requires`, `@provides` and contexts. */
  readonly fields: ReadonlySet<string>;
  /** Those among them that it fetches with arguments of its own. */
  readonly fieldsWithArguments: ReadonlySet<string>;
}

const selectionArguments: ReadonlySet<string> = new Set(["key", "requires", "provides", "selection"]);

/** Reads from a supergraph what its query plans may fetch of their own accord. */
export function reservedNamesOf(supergraphSdl: string): ReservedNames {
  const fields = new Set(["__typename"]);
  const fieldsWithArguments = new Set<string>();
  for (const selection of selectionsIn(supergraphSdl)) {
    visit(parse(selection, { noLocation: true }), {
      Field: ({ name, arguments: given }) => {
        fields.add(name.value);
        if (given?.length) fieldsWithArguments.add(name.value);
      },
    });
  }
  return { fields, fieldsWithArguments };
}

function selectionsIn(supergraphSdl: string): ReadonlySet<string> {
  const selections = new Set<string>();
  const collect = (directive: DirectiveNode) => {
    if (!directive.name.value.startsWith("join__")) return;
    visit(directive, {
      enter: (node) => {
        if (node.kind !== Kind.ARGUMENT && node.kind !== Kind.OBJECT_FIELD) return;
        if (!selectionArguments.has(node.name.value) || node.value.kind !== Kind.STRING) return;
        selections.add(toOperation(node.value.value));
      },
    });
  };
  visit(parse(supergraphSdl, { noLocation: true }), { Directive: collect });
  return selections;
}

/** A selection of a context begins with the context's name: `$context { field }`. */
function toOperation(selection: string): string {
  const fields = selection.replace(/^\s*\$\w+/, "").trim();
  return fields.startsWith("{") ? fields : `{ ${fields} }`;
}
