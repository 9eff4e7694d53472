import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  OperationTypeNode,
  TypeNameMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { normalizedField } from "./normalize-arguments.js";
import { resolverFor } from "../languages/translated.js";
import { collectFields, UnsupportedError, type Fragments } from "./collect-fields.js";
import { entitiesField, entityUnion, resolveEntities } from "./entities.js";
import { argumentsOf } from "./field-arguments.js";
import { serializerOf } from "./leaf.js";
import { compileObject, isPutIn } from "./make-object.js";
import type { Completion, FieldStep, Program, Resolve, Selection } from "./program.js";

/**
 * The program of an operation. Null: it has something that programs cannot do, which is a directive, the introspection
 * of the schema, an abstract type other than in `_entities`, a type that tests its values, or an operation that is no
 * query. graphql-js executes it then.
 */
export function compileProgram(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Program | null {
  const query = schema.getQueryType();
  if (operation.operation !== OperationTypeNode.QUERY || operation.directives?.length || !query) return null;
  const fragments = Object.fromEntries(
    document.definitions
      .filter(
        (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
      )
      .map((fragment) => [fragment.name.value, fragment]),
  );
  try {
    const selection = new Compiler(schema, fragments).selection(query, [operation.selectionSet]);
    return { operation, selection };
  } catch (error) {
    if (error instanceof UnsupportedError) return null;
    throw error;
  }
}

class Compiler {
  /** By type and selection sets. Fragments that spread others twice each would else be compiled 2ⁿ times. */
  readonly #known = new Map<string, Selection>();
  readonly #numbers = new Map<SelectionSetNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
  ) {}

  selection(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    const name = [type.name, ...sets.map((set) => this.#numberOf(set))].join(" ");
    const selection = this.#known.get(name) ?? this.#compile(type, sets);
    this.#known.set(name, selection);
    return selection;
  }

  #numberOf(set: SelectionSetNode): number {
    const number = this.#numbers.get(set) ?? this.#numbers.size;
    this.#numbers.set(set, number);
    return number;
  }

  #compile(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selection {
    if (type.isTypeOf) throw new UnsupportedError("A type that tests its values");
    const fields = collectFields(this.schema, this.fragments, type, sets);
    if (fields.has("__proto__")) throw new UnsupportedError("A key that objects treat in their own way");
    const steps = [...fields].map(([key, nodes]) => this.#step(type, key, nodes));
    return { make: compileObject(steps), steps: steps.filter((step) => !isPutIn(step)) };
  }

  #step(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): FieldStep {
    const [node] = nodes;
    const name = node?.name.value ?? "";
    const field = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name];
    if (!node || !field) throw new UnsupportedError("A field that introspects the schema");
    if (type === this.schema.getQueryType() && name === entitiesField) {
      const completion = this.#entities(nodes);
      return {
        key,
        type,
        field,
        nodes,
        completion,
        resolve: resolveEntities,
        argumentsFor: argumentsOf(field, node),
      };
    }
    const { resolve, normalize } = normalizedField(field);
    return {
      key,
      type,
      field,
      nodes,
      completion: this.#completion(field.type, nodes),
      resolve:
        field === TypeNameMetaFieldDef ? () => type.name : resolverFor(resolve as Resolve | undefined, node),
      argumentsFor: argumentsOf(field, node, normalize),
    };
  }

  #completion(type: GraphQLOutputType, nodes: readonly FieldNode[]): Completion {
    if (isNonNullType(type)) return { ...this.#completion(type.ofType, nodes), isNonNull: true };
    if (isListType(type))
      return { kind: "list", isNonNull: false, item: this.#completion(type.ofType, nodes) };
    if (isLeafType(type)) return { kind: "leaf", isNonNull: false, serialize: serializerOf(type) };
    if (!isObjectType(type)) throw new UnsupportedError("An abstract type");
    return { kind: "object", isNonNull: false, selection: this.selection(type, selectionSets(nodes)) };
  }

  /** `_entities` is a list that is never null, of entities that may be. */
  #entities(nodes: readonly FieldNode[]): Completion {
    const known = new Map<GraphQLObjectType, Completion>();
    const completionOf = (type: GraphQLObjectType): Completion => {
      const completion = known.get(type) ?? this.#completion(type, nodes);
      known.set(type, completion);
      return completion;
    };
    // What is unsupported has to be found now, whichever entities are asked for.
    const entity = this.schema.getType(entityUnion);
    if (!isUnionType(entity)) throw new UnsupportedError("Entities without their union");
    entity.getTypes().forEach(completionOf);
    return { kind: "list", isNonNull: true, item: { kind: "entity", isNonNull: false, completionOf } };
  }
}

const selectionSets = (nodes: readonly FieldNode[]): SelectionSetNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
