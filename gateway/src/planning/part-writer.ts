import {
  isTypeDefinitionNode,
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type TypeDefinitionNode,
} from "graphql";
import { joinFieldOf, keepArguments, toName, withArgument } from "./directive-arguments.js";
import {
  graphsOf,
  isComposedType,
  isJoinField,
  joinFieldsOf,
  joinImplementsOf,
  readDirective,
  type ComposedType,
  type JoinType,
} from "./join-directives.js";
import type { RequiringField } from "./requiring-fields.js";
import { SubgraphPart } from "./subgraph-part.js";

/** The names of a part of a subgraph: the one in `join__Graph`, and the one that plans use. */
export interface PartNames {
  readonly graph: string;
  readonly name: string;
}

/** Writes the definitions of a supergraph in which fields of a subgraph have moved to a part of it. */
export class PartWriter {
  readonly #supergraph: DocumentNode;
  readonly #graph: string;
  readonly #fields: readonly RequiringField[];
  readonly #part: SubgraphPart;
  readonly #names: PartNames;

  constructor(supergraph: DocumentNode, graph: string, fields: readonly RequiringField[], names: PartNames) {
    this.#supergraph = supergraph;
    this.#graph = graph;
    this.#fields = fields;
    this.#part = new SubgraphPart(supergraph, graph, fields);
    this.#names = names;
  }

  definition(definition: DefinitionNode): DefinitionNode {
    if (!isTypeDefinitionNode(definition)) return definition;
    if (definition.name.value === "join__Graph" && definition.kind === Kind.ENUM_TYPE_DEFINITION)
      return this.#graphs(definition);
    return this.#part.types.has(definition.name.value) ? this.#type(definition) : definition;
  }

  #graphs(definition: EnumTypeDefinitionNode): EnumTypeDefinitionNode {
    const values = (definition.values ?? []).flatMap((value) => {
      if (value.name.value !== this.#graph) return [value];
      const directives = value.directives?.map((directive) =>
        withArgument(directive, "name", { kind: Kind.STRING, value: this.#names.name }),
      );
      return [value, { ...value, name: toName(this.#names.graph), directives: directives ?? [] }];
    });
    return { ...definition, values };
  }

  #type(definition: TypeDefinitionNode): TypeDefinitionNode {
    const directives = [...(definition.directives ?? []), ...this.#copiesOfType(definition)];
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION: {
        const fields = definition.fields?.map((field) => this.#fieldOf(field, definition));
        return { ...definition, directives, fields: fields ?? [] };
      }
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return {
          ...definition,
          directives,
          fields: definition.fields?.map((field) => this.#copied(field)) ?? [],
        };
      case Kind.ENUM_TYPE_DEFINITION:
        return {
          ...definition,
          directives,
          values: definition.values?.map((value) => this.#copied(value)) ?? [],
        };
      default:
        return { ...definition, directives };
    }
  }

  /** The entity has its keys in the part too. Other types have none: nothing looks them up there. */
  #copiesOfType({ name, directives = [] }: TypeDefinitionNode): readonly ConstDirectiveNode[] {
    const ofGraph = directives.filter((directive) => this.#isOfGraph(directive));
    const types = ofGraph.filter((directive) => directive.name.value === "join__type");
    const members = ofGraph.filter((directive) => {
      const { interface: implemented, member } = readDirective<TypeLink>(directive);
      return this.#part.types.has(implemented ?? member ?? "");
    });
    const isEntity = this.#fields.some(({ typeName }) => typeName === name.value);
    const joined = isEntity
      ? types.filter((type) => readDirective<JoinType>(type).resolvable !== false)
      : types.slice(0, 1).map((type) => keepArguments(type, ["graph", "isInterfaceObject"]));
    return [...joined, ...members].map((directive) => this.#toPart(directive));
  }

  #fieldOf(field: FieldDefinitionNode, type: ComposedType): FieldDefinitionNode {
    const { directives = [] } = field;
    const kind = this.#part.kindOf(type.name.value, field.name.value);
    if (joinFieldsOf(field).length === 0) {
      // A field without `@join__field` is in each subgraph of its type.
      const graphs = kind ? [] : new Set(graphsOf(field, type));
      return { ...field, directives: [...directives, ...[...graphs].map((graph) => joinFieldOf(graph))] };
    }
    const joined = directives.find((directive) => isJoinField(directive) && this.#isOfGraph(directive));
    if (!kind || !joined) return field;
    if (this.#isMoved(field, type)) {
      const others = directives.filter((directive) => directive !== joined);
      return {
        ...field,
        directives: [...others, ...this.#stubFor(field, type, joined), this.#toPart(joined)],
      };
    }
    const copy = this.#toPart(
      keepArguments(joined, ["graph", "type", ...(kind === "own" ? ["external"] : [])]),
    );
    const external =
      kind === "own" ? copy : withArgument(copy, "external", { kind: Kind.BOOLEAN, value: true });
    return { ...field, directives: [...directives, external] };
  }

  #isMoved(field: FieldDefinitionNode, type: ComposedType): boolean {
    return this.#fields.some(
      ({ typeName, fieldName }) => typeName === type.name.value && fieldName === field.name.value,
    );
  }

  /** An object has the fields of its interfaces, also those that it does not resolve. */
  #stubFor(
    { name: fieldName }: FieldDefinitionNode,
    type: ComposedType,
    joined: ConstDirectiveNode,
  ): readonly ConstDirectiveNode[] {
    const graph = this.#graph;
    const interfaces = joinImplementsOf(type).flatMap((implemented) =>
      implemented.graph === graph ? [implemented.interface] : [],
    );
    const isInherited = this.#supergraph.definitions.filter(isComposedType).some((candidate) => {
      const field = candidate.fields?.find(({ name }) => name.value === fieldName.value);
      return interfaces.includes(candidate.name.value) && field && graphsOf(field, candidate).includes(graph);
    });
    const stub = keepArguments(joined, ["graph", "type"]);
    return isInherited ? [withArgument(stub, "external", { kind: Kind.BOOLEAN, value: true })] : [];
  }

  #copied<Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(node: Node): Node {
    const { directives = [] } = node;
    const copies = directives.filter((directive) => this.#isOfGraph(directive));
    return { ...node, directives: [...directives, ...copies.map((directive) => this.#toPart(directive))] };
  }

  #isOfGraph(directive: ConstDirectiveNode): boolean {
    return (
      directive.name.value.startsWith("join__") &&
      readDirective<{ readonly graph?: string }>(directive).graph === this.#graph
    );
  }

  #toPart(directive: ConstDirectiveNode): ConstDirectiveNode {
    return withArgument(directive, "graph", { kind: Kind.ENUM, value: this.#names.graph });
  }
}

/** `@join__implements` and `@join__unionMember`. */
interface TypeLink {
  readonly interface?: string;
  readonly member?: string;
}
