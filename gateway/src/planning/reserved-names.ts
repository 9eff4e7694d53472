import { Kind, parse, visit } from "graphql";
import { parseFieldSet } from "./field-sets.js";

/** Names of fields that a query plan may fetch although the client did not select them. */
export interface ReservedNames {
  /** The fields in `@key` and `@requires`, and `__typename`. */
  readonly fields: ReadonlySet<string>;
  /** The fields among them that have arguments there. */
  readonly fieldsWithArguments: ReadonlySet<string>;
}

const fieldSetArguments: ReadonlySet<string> = new Set(["key", "requires"]);

/** Reads the reserved names from the `join__` directives of a supergraph. */
export function reservedNamesOf(supergraphSdl: string): ReservedNames {
  const fields = new Set(["__typename"]);
  const fieldsWithArguments = new Set<string>();
  for (const fieldSet of fieldSetsOf(supergraphSdl)) {
    visit(parseFieldSet(fieldSet), {
      Field: ({ name, arguments: given }) => {
        fields.add(name.value);
        if (given?.length) fieldsWithArguments.add(name.value);
      },
    });
  }
  return { fields, fieldsWithArguments };
}

function fieldSetsOf(supergraphSdl: string): ReadonlySet<string> {
  const fieldSets = new Set<string>();
  visit(parse(supergraphSdl, { noLocation: true }), {
    Directive: (directive) => {
      if (!directive.name.value.startsWith("join__")) return;
      for (const { name, value } of directive.arguments ?? []) {
        if (fieldSetArguments.has(name.value) && value.kind === Kind.STRING) fieldSets.add(value.value);
      }
    },
  });
  return fieldSets;
}
