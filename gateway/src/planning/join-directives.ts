import {
  Kind,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from "graphql";

/** What `@join__field` says of a field in one subgraph. Without a graph: the field comes from an interface object. */
export interface JoinField {
  readonly graph?: string;
  /** The type that the field has in this subgraph, where the supergraph has a wider one. */
  readonly type?: string;
  readonly requires?: string;
  readonly provides?: string;
  readonly external?: boolean;
}

/** What `@join__type` says of a type in one subgraph. */
export interface JoinType {
  readonly graph: string;
  readonly key?: string;
  /** False: the subgraph names the key, but does not look up entities by it. */
  readonly resolvable?: boolean;
}

/** What `@join__implements` says of a type in one subgraph. */
interface JoinImplements {
  readonly graph: string;
  readonly interface: string;
}

/** A type with fields that a query can select. */
export type ComposedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export function isComposedType(definition: DefinitionNode): definition is ComposedType {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION
  );
}

export function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === "join__field";
}

/** Empty: the field is in each subgraph that has its type. */
export function joinFieldsOf(field: FieldDefinitionNode): readonly JoinField[] {
  return (field.directives ?? []).filter(isJoinField).map((directive) => readDirective<JoinField>(directive));
}

/** A field of a type, in one of the subgraphs. */
interface JoinedField extends JoinField {
  readonly typeName: string;
  readonly field: FieldDefinitionNode;
}

/** Each field of the supergraph, once for each of its `@join__field`. */
export function joinedFieldsOf(supergraph: DocumentNode): readonly JoinedField[] {
  return supergraph.definitions
    .filter(isComposedType)
    .flatMap(({ name, fields = [] }) =>
      fields.flatMap((field) =>
        joinFieldsOf(field).map((join) => ({ ...join, typeName: name.value, field })),
      ),
    );
}

/** The subgraphs, as `join__Graph` names them, in which the field of the type stands. */
export function graphsOf(field: FieldDefinitionNode, type: ComposedType): readonly string[] {
  const joined = joinFieldsOf(field);
  return (joined.length > 0 ? joined : joinTypesOf(type)).flatMap(({ graph }) => graph ?? []);
}

export function joinTypesOf(type: ComposedType): readonly JoinType[] {
  const directives = type.directives?.filter(({ name }) => name.value === "join__type") ?? [];
  return directives.map((directive) => readDirective<JoinType>(directive));
}

export function joinImplementsOf(type: ComposedType): readonly JoinImplements[] {
  const directives = type.directives?.filter(({ name }) => name.value === "join__implements") ?? [];
  return directives.map((directive) => readDirective<JoinImplements>(directive));
}

/** Puts other fields in place of each field of each type. */
export function mapFields(
  supergraph: DocumentNode,
  map: (field: FieldDefinitionNode, typeName: string) => readonly FieldDefinitionNode[],
): DocumentNode {
  const definitions = supergraph.definitions.map((definition) => {
    if (!isComposedType(definition)) return definition;
    return {
      ...definition,
      fields: definition.fields?.flatMap((field) => map(field, definition.name.value)) ?? [],
    };
  });
  return { ...supergraph, definitions };
}

/** The arguments of a directive. The composition has checked their types. */
export function readDirective<Arguments>(directive: ConstDirectiveNode): Arguments {
  const values =
    directive.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]) ?? [];
  return Object.fromEntries(values) as Arguments;
}

/** The names of the subgraphs, by their names in `join__Graph`. */
export function serviceNamesOf(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const graphs = supergraph.definitions.flatMap((definition) =>
    definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
      ? (definition.values ?? [])
      : [],
  );
  const entries = graphs.flatMap(({ name, directives = [] }) =>
    directives.map((directive): [string, string] => [
      name.value,
      readDirective<{ readonly name: string }>(directive).name,
    ]),
  );
  return new Map(entries);
}
