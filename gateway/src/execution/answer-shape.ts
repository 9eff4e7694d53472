import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { isIntrospection, isTypeName } from "./field-definition.js";
import type { SettledField, SettledOperation, SettledSelection } from "./settled-operation.js";

/** A field of an object in the answer. */
export interface FieldShape {
  readonly responseName: string;
  /** Its name in the responses. */
  readonly name: string;
  readonly parentName: string;
  readonly type: GraphQLOutputType;
  readonly source: "subgraph" | "typeName" | "introspection";
  /** What is answered of an object in it. Undefined: it is a leaf. */
  readonly below: ObjectShape | undefined;
}

/** An object in the answer. */
export interface ObjectShape {
  readonly typeName: string;
  /** Whether the name of its type decides about its fields. */
  readonly isAbstract: boolean;
  /** Its fields in the order of the answer, by the name of its type. */
  readonly byType: ReadonlyMap<string, readonly FieldShape[]>;
}

/** What the answer to an operation looks like. All fragments are resolved for each type that an object may have. */
export function answerShape(schema: GraphQLSchema, { rootType, selections }: SettledOperation): ObjectShape {
  return new ShapeCompiler(schema).shapeOf(rootType, [selections]);
}

type SelectionSets = readonly (readonly SettledSelection[])[];

class ShapeCompiler {
  readonly #schema: GraphQLSchema;
  /** The same selections of an interface are the same for many types. */
  readonly #shapes = new Map<string, ObjectShape>();
  readonly #ids = new Map<readonly SettledSelection[], number>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  shapeOf(type: GraphQLCompositeType, sets: SelectionSets): ObjectShape {
    const key = `${type.name} ${sets.map((set) => this.#idOf(set)).join(" ")}`;
    const known = this.#shapes.get(key);
    if (known) return known;
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    const shape = {
      typeName: type.name,
      isAbstract: isAbstractType(type),
      byType: new Map(types.map((possible) => [possible.name, this.#fieldsOf(possible, sets)])),
    };
    this.#shapes.set(key, shape);
    return shape;
  }

  #fieldsOf(type: GraphQLObjectType, sets: SelectionSets): readonly FieldShape[] {
    const byName = new Map<string, SettledField[]>();
    for (const set of sets) this.#collect(type, set, byName);
    return [...byName.values()].map((fields) => this.#fieldOf(type, fields));
  }

  #collect(
    type: GraphQLObjectType,
    selections: readonly SettledSelection[],
    byName: Map<string, SettledField[]>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === "field") {
        const same = byName.get(selection.responseName);
        if (same) same.push(selection);
        else byName.set(selection.responseName, [selection]);
      } else if (this.#applies(type, selection.typeCondition)) {
        this.#collect(type, selection.selections, byName);
      }
    }
  }

  #applies(type: GraphQLObjectType, condition: GraphQLCompositeType | undefined): boolean {
    if (condition === undefined || condition === type) return true;
    return !isObjectType(condition) && this.#schema.isSubType(condition, type);
  }

  #fieldOf(parent: GraphQLObjectType, fields: readonly SettledField[]): FieldShape {
    const [field] = fields;
    if (!field) throw new Error("Expected a field");
    const { responseName, name, definition } = field;
    // The field of an object may be narrower than that of the interface on which it was selected.
    const { type } = parent.getFields()[definition.name] ?? definition;
    const named = getNamedType(type);
    const isData = !isTypeName(definition) && !isIntrospection(definition);
    return {
      responseName,
      name,
      parentName: parent.name,
      type,
      source: isTypeName(definition) ? "typeName" : isData ? "subgraph" : "introspection",
      below:
        isData && isCompositeType(named)
          ? this.shapeOf(
              named,
              fields.map(({ selections }) => selections),
            )
          : undefined,
    };
  }

  #idOf(set: readonly SettledSelection[]): number {
    const known = this.#ids.get(set);
    if (known !== undefined) return known;
    this.#ids.set(set, this.#ids.size);
    return this.#ids.size - 1;
  }
}
