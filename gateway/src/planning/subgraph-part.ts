import {
  isTypeDefinitionNode,
  Kind,
  type DocumentNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from "graphql";
import { mapFieldSet, parseFieldSet } from "./field-sets.js";
import {
  graphsOf,
  isComposedType,
  joinFieldsOf,
  joinImplementsOf,
  joinTypesOf,
  type ComposedType,
} from "./join-directives.js";
import type { RequiringField } from "./requiring-fields.js";
import { namedTypeOf, SubgraphFields } from "./subgraph-fields.js";

/** "required": the field comes from other subgraphs. */
type FieldKind = "own" | "required";

/** The types and fields of a subgraph that it needs in order to resolve some fields of entities. */
export class SubgraphPart {
  readonly types = new Set<string>();
  readonly #fields = new Map<string, FieldKind>();
  /** The types that the part has with all their fields. */
  readonly #whole = new Set<string>();
  readonly #graph: string;
  readonly #definitions: readonly TypeDefinitionNode[];
  readonly #subgraphFields: SubgraphFields;

  constructor(supergraph: DocumentNode, graph: string, fields: readonly RequiringField[]) {
    this.#graph = graph;
    this.#definitions = supergraph.definitions.filter(isTypeDefinitionNode);
    this.#subgraphFields = new SubgraphFields(supergraph);
    for (const { typeName } of fields)
      for (const key of this.#keysOf(typeName)) this.#addFieldSet(typeName, key, "own");
    for (const { typeName, requires } of fields) this.#addFieldSet(typeName, requires, "required");
    for (const { typeName, fieldName } of fields) {
      this.#addField(typeName, fieldName, "own");
      this.#addWhole(this.#subgraphFields.typeNameOf({ graph, typeName, fieldName }));
    }
    this.#complete();
  }

  /** Undefined: the part does not have the field. */
  kindOf(typeName: string, fieldName: string): FieldKind | undefined {
    return this.#fields.get(`${typeName}.${fieldName}`);
  }

  #keysOf(typeName: string): readonly string[] {
    const type = this.#composed(typeName);
    const joined = type ? joinTypesOf(type) : [];
    return joined.flatMap(({ graph, key, resolvable }) =>
      graph === this.#graph && key !== undefined && resolvable !== false ? [key] : [],
    );
  }

  #addFieldSet(typeName: string, fieldSet: string, kind: FieldKind): void {
    const place = { graph: this.#graph, typeName };
    mapFieldSet(parseFieldSet(fieldSet), place, this.#subgraphFields, (field, owner) => {
      this.#addField(owner, field.name.value, kind);
      return field;
    });
  }

  #addField(typeName: string, fieldName: string, kind: FieldKind): void {
    this.types.add(typeName);
    const field = this.#composed(typeName)?.fields?.find(({ name }) => name.value === fieldName);
    const place = `${typeName}.${fieldName}`;
    if (!field || this.#fields.has(place)) return;
    this.#fields.set(place, kind);
    for (const { type } of field.arguments ?? []) this.#addWhole(namedTypeOf(type));
    const name = this.#subgraphFields.typeNameOf({ graph: this.#graph, typeName, fieldName });
    const definition = this.#definitions.find((candidate) => candidate.name.value === name);
    if (definition) this.types.add(definition.name.value);
  }

  /** Adds a type with all that it has in the subgraph. */
  #addWhole(typeName: string | undefined): void {
    const definition = this.#definitions.find(({ name }) => name.value === typeName);
    if (!definition || typeName === undefined || this.#whole.has(typeName)) return;
    this.#whole.add(typeName);
    this.types.add(typeName);
    if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      for (const { type } of definition.fields ?? []) this.#addWhole(namedTypeOf(type));
    if (definition.kind === Kind.UNION_TYPE_DEFINITION)
      for (const { name } of definition.types ?? []) this.#addWhole(name.value);
    if (!isComposedType(definition) || !this.#isInGraph(definition)) return;
    for (const field of definition.fields ?? []) this.#addOwn(field, definition);
    for (const implementation of this.#definitions.filter(isComposedType))
      if (this.#interfacesOf(implementation).includes(typeName)) this.#addWhole(implementation.name.value);
  }

  #addOwn(field: FieldDefinitionNode, type: ComposedType): void {
    const joined = joinFieldsOf(field).find(({ graph }) => graph === this.#graph);
    if (!graphsOf(field, type).includes(this.#graph) || joined?.requires || joined?.external) return;
    this.#addField(type.name.value, field.name.value, "own");
    this.#addWhole(namedTypeOf(field.type));
  }

  /** A type needs the fields of its interfaces. A union needs a member, and each other type a field. */
  #complete(): void {
    let size: number;
    do {
      size = this.#fields.size + this.types.size;
      for (const typeName of this.types) this.#completeType(typeName);
    } while (this.#fields.size + this.types.size > size);
  }

  #completeType(typeName: string): void {
    const type = this.#composed(typeName);
    const fields = [...this.#fields].map(([place, kind]) => ({ place, kind }));
    const fieldsOf = (owner: string) => fields.filter(({ place }) => place.startsWith(`${owner}.`));
    const inherited = type ? this.#interfacesOf(type).filter((name) => this.types.has(name)) : [];
    for (const owner of inherited)
      for (const { place, kind } of fieldsOf(owner))
        this.#addField(typeName, place.slice(owner.length + 1), kind);
    const union = this.#definitions.find(({ name }) => name.value === typeName);
    const isEmptyUnion =
      union?.kind === Kind.UNION_TYPE_DEFINITION &&
      !union.types?.some(({ name }) => this.types.has(name.value));
    if (isEmptyUnion || (type && inherited.length === 0 && fieldsOf(typeName).length === 0))
      this.#addWhole(typeName);
  }

  #composed(typeName: string): ComposedType | undefined {
    return this.#definitions.filter(isComposedType).find(({ name }) => name.value === typeName);
  }

  #isInGraph(type: ComposedType): boolean {
    return joinTypesOf(type).some(({ graph }) => graph === this.#graph);
  }

  #interfacesOf(type: ComposedType): readonly string[] {
    const joined = joinImplementsOf(type).filter(({ graph }) => graph === this.#graph);
    return joined.map((implemented) => implemented.interface);
  }
}
