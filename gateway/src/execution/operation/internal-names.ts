import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  print,
  type FieldNode,
  type GraphQLOutputType,
} from "graphql";

/** What the names of a supergraph demand of ours. */
export interface NameRules {
  /** All names of fields in the supergraph. No other field gets one of them. */
  readonly fieldNames: ReadonlySet<string>;
  /** The fields in field sets: a plan may fetch them, without arguments, although the client did not select them. */
  readonly plannedNames: ReadonlySet<string>;
}

interface NamedField {
  readonly key: string;
  readonly name: string;
}

/**
 * Gives the fields of one operation the names under which they are planned and fetched. Leaves with the same meaning,
 * of the same name, arguments and type, get one name, and one object fetches them once. All others get different names,
 * wherever they are: an entity may be shared by several places of the answer, each with fields of its own. So a client's
 * alias reaches neither the plan nor a subgraph, and two values never share a place. Objects that the client named
 * differently have different places: where a field of one is null that must not be, the other one stays.
 */
export class InternalNames {
  readonly #rules: NameRules;
  readonly #named = new Map<string, NamedField[]>();

  constructor(rules: NameRules) {
    this.#rules = rules;
  }

  /** `isRepeated`: the field of a mutation runs as often as it is selected. */
  nameFor(field: FieldNode, type: GraphQLOutputType, responseName: string, isRepeated: boolean): string {
    const fieldName = field.name.value;
    const fields = this.#named.get(fieldName) ?? [];
    this.#named.set(fieldName, fields);
    const isOwn = isRepeated || isCompositeType(getNamedType(type));
    const key = `${argumentsOf(field)}${shapeOf(type)}${isOwn ? responseName : ""}`;
    const known = fields.find((candidate) => candidate.key === key);
    if (known) return known.name;
    const isPlain =
      fields.length === 0 && !(field.arguments?.length && this.#rules.plannedNames.has(fieldName));
    const name = isPlain ? fieldName : this.#variantOf(fieldName, fields);
    fields.push({ key, name });
    return name;
  }

  #variantOf(fieldName: string, fields: readonly NamedField[]): string {
    for (let number = fields.length; ; number += 1) {
      const name = `${fieldName}__v${number}`;
      if (!this.#rules.fieldNames.has(name) && fields.every((field) => field.name !== name)) return name;
    }
  }
}

function argumentsOf({ arguments: given = [], directives = [] }: FieldNode): string {
  const texts = given.map((argument) => print(argument)).toSorted();
  return [...texts, ...directives.map((directive) => print(directive))].join(" ");
}

/** Equal for types whose values may stand in one place of a response. */
function shapeOf(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`;
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`;
  return isCompositeType(getNamedType(type)) ? "{}" : type.name;
}
