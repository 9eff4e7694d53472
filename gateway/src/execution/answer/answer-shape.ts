import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { isIntrospection, isTypeName } from "../operation/field-definition.js";
import type { SettledField, SettledOperation, SettledSelection } from "../operation/settled-operation.js";

type OutputObjectType = GraphQLObjectType | GraphQLInterfaceType;

/** A field of an object in the answer. */
export interface FieldShape {
  readonly responseName: string;
  /** Its name in the responses. */
  readonly name: string;
  readonly parentName: string;
  /** Its name in the schema. */
  readonly fieldName: string;
  readonly type: GraphQLOutputType;
  /** "cut": the caller may not see it. It is null. */
  readonly source: "subgraph" | "typeName" | "introspection" | "cut";
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
  /**
   * Its fields where its type is not known: a subgraph may know only the interface of its objects. Undefined: the type
   * decides about the fields.
   */
  readonly ofAnyType: readonly FieldShape[] | undefined;
}

/** What the answer to an operation looks like. All fragments are resolved for each type that an object may have. */
export function answerShape(schema: GraphQLSchema, { rootType, selections }: SettledOperation): ObjectShape {
  return new ShapeCompiler(schema).shapeOf(rootType, [selections]);
}

function sourceOf(definition: SettledField["definition"]): FieldShape["source"] {
  if (isTypeName(definition)) return "typeName";
  return isIntrospection(definition) ? "introspection" : "subgraph";
}

type SelectionSets = readonly (readonly SettledSelection[])[];

/** The fields of an object, or undefined where its type is none that it may have. */
export function fieldsOf(shape: ObjectShape, typeName: unknown): readonly FieldShape[] | undefined {
  const { byType, ofAnyType } = shape;
  if (typeName === undefined || typeName === shape.typeName) return ofAnyType ?? byType.get(shape.typeName);
  return typeof typeName === "string" ? byType.get(typeName) : undefined;
}

const isData = ({ source }: FieldShape): boolean => source === "subgraph" || source === "cut";

function sameFields(left: readonly FieldShape[], right: readonly FieldShape[]): boolean {
  return left.length === right.length && left.every((field, index) => sameField(field, right[index]));
}

function sameField(left: FieldShape, right: FieldShape | undefined): boolean {
  return (
    left.responseName === right?.responseName &&
    left.name === right.name &&
    left.source === right.source &&
    left.below === right.below &&
    String(left.type) === String(right.type)
  );
}

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
    const types: readonly OutputObjectType[] = isAbstractType(type)
      ? this.#schema.getPossibleTypes(type)
      : [type];
    const byType = new Map(types.map((possible) => [possible.name, this.#fieldsOf(possible, sets)]));
    const [first = isInterfaceType(type) ? this.#fieldsOf(type, sets) : [], ...others] = byType.values();
    const isSame = others.every((fields) => sameFields(first, fields)) && first.every(isData);
    const shape = {
      typeName: type.name,
      isAbstract: isAbstractType(type),
      byType,
      ofAnyType: isSame ? first : undefined,
    };
    this.#shapes.set(key, shape);
    return shape;
  }

  #fieldsOf(type: OutputObjectType, sets: SelectionSets): readonly FieldShape[] {
    const byName = new Map<string, SettledField[]>();
    for (const set of sets) this.#collect(type, set, byName);
    return [...byName.values()].map((fields) => this.#fieldOf(type, fields));
  }

  #collect(
    type: OutputObjectType,
    selections: readonly SettledSelection[],
    byName: Map<string, SettledField[]>,
  ): void {
    for (const selection of selections) {
      if (selection.kind === "field") {
        const same = byName.get(selection.responseName);
        if (same) same.push(selection);
        else byName.set(selection.responseName, [selection]);
      } else if (!selection.audited && this.#applies(type, selection.typeCondition)) {
        this.#collect(type, selection.selections, byName);
      }
    }
  }

  #applies(type: OutputObjectType, condition: GraphQLCompositeType | undefined): boolean {
    if (condition === undefined || condition === type) return true;
    return !isObjectType(condition) && this.#schema.isSubType(condition, type);
  }

  #fieldOf(parent: OutputObjectType, fields: readonly SettledField[]): FieldShape {
    const [field] = fields;
    if (!field) throw new Error("Expected a field");
    const { responseName, name, definition } = field;
    // The field of an object may be narrower than that of the interface on which it was selected.
    const { type } = parent.getFields()[definition.name] ?? definition;
    const named = getNamedType(type);
    // It may be cut where it is selected on an interface, and not where it is on one type. The error is at its place.
    const source = fields.some(({ isCut }) => isCut) ? "cut" : sourceOf(definition);
    return {
      responseName,
      name,
      parentName: parent.name,
      fieldName: definition.name,
      type,
      source,
      below:
        source === "subgraph" && isCompositeType(named)
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
