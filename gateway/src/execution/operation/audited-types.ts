import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { parseFieldSet } from "../../planning/field-sets.js";
import { requirementReader } from "../../authorization/requirement.js";
import { readDirective } from "../../planning/join-directives.js";
import { linkedDirective, ownSpecifications } from "../../planning/links.js";

/** A type whose objects nobody reads unrecorded. */
export interface AuditedType {
  readonly name: string;
  /** What names an object of it: its own key, or the objects of other audited types that it is about. */
  readonly selectionSet: SelectionSetNode;
  /** All scopes that `@requiresScopes` names on the type. */
  readonly scopes: readonly string[];
}

/** The types that a supergraph marks with `@audited(by:)`, under the name that it gives the directive. */
export function readAuditedTypes(supergraph: DocumentNode): readonly AuditedType[] {
  const audited = linkedDirective(supergraph, "audited", { publisher: ownSpecifications }) ?? "audited";
  const requirementsOf = requirementReader(supergraph);
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const { name, directives = [] } = definition;
    const scopes = requirementsOf(definition).flatMap((requirement) =>
      requirement.kind === "scopes" ? requirement.alternatives.flat() : [],
    );
    const marks = directives.filter((directive) => directive.name.value === audited);
    return marks.map((directive) => {
      const { by = "id" } = readDirective<{ readonly by?: string }>(directive);
      return { name: name.value, selectionSet: parseFieldSet(by), scopes };
    });
  });
}

/** Finds the audited types in the places of an operation. */
export class AuditedTypes {
  readonly #types: ReadonlyMap<string, AuditedType>;
  readonly #schema: GraphQLSchema;
  readonly #asking = new WeakMap<OperationDefinitionNode, boolean>();

  /** `schema` is what clients see. Throws where a type does not name its objects. */
  constructor(types: readonly AuditedType[], schema: GraphQLSchema) {
    this.#types = new Map(types.map((type) => [type.name, type]));
    this.#schema = schema;
    for (const type of types) this.#check(type);
  }

  /** The audited types that an object in a place of this type may have. */
  of(type: GraphQLCompositeType): readonly AuditedType[] {
    if (this.#types.size === 0) return [];
    const possible = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    return possible.flatMap(({ name }) => this.#types.get(name) ?? []);
  }

  /** Whether an operation of a valid document selects a place that may have an object of these types. */
  areAskedBy(document: DocumentNode, operation: OperationDefinitionNode): boolean {
    const known = this.#asking.get(operation);
    if (known !== undefined) return known;
    const { [operation.name?.value ?? ""]: own } = separateOperations(document);
    let asks = false;
    const types = new TypeInfo(this.#schema);
    const Field = () => {
      const type = getNamedType(types.getType());
      if (isCompositeType(type) && this.of(type).length > 0) asks = true;
    };
    if (own && this.#types.size > 0) visit(own, visitWithTypeInfo(types, { Field }));
    this.#asking.set(operation, asks);
    return asks;
  }

  /** A type that is about objects of others must lead to such as have keys of their own, else it has no end. */
  #check({ name, selectionSet }: AuditedType): void {
    const type = this.#schema.getType(name);
    for (const selection of selectionSet.selections) {
      const field = selection.kind === Kind.FIELD ? selection : undefined;
      const value = field && isObjectType(type) ? type.getFields()[field.name.value] : undefined;
      const inner = value && getNamedType(value.type);
      const isNamed = isCompositeType(inner)
        ? this.of(inner).length > 0 && this.of(inner).every((other) => keyOf(other).length > 0)
        : inner !== undefined;
      if (!isNamed) throw new Error(`Expected @audited of ${name} to select keys that its API has`);
    }
  }
}

/** The leaves by which an object of the type is named. Empty: others name it. */
export const keyOf = ({ selectionSet }: AuditedType): readonly FieldNode[] =>
  selectionSet.selections.filter(
    (selection): selection is FieldNode => selection.kind === Kind.FIELD && !selection.selectionSet,
  );
