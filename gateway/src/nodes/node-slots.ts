import type { NodeSequence } from "../execution/used-operation.js";
import type { AskedNodes } from "./asked-nodes.js";
import type { NodeTypes } from "./node-types.js";

/** The root field that answers one object. */
export interface NodeSlot {
  readonly alias: string;
  readonly rootField: string;
  readonly typeName: string;
  /** The name of the variable that has the id. */
  readonly variable: string;
}

/** By the name of the `node` or the `nodes` in the answer. */
export type NodeSlots = ReadonlyMap<string, readonly NodeSlot[]>;

interface AskedSequence {
  readonly sequence: NodeSequence;
  /** The ids, in the order of the slots. */
  readonly ids: readonly string[];
  /** The places in the lists, likewise. */
  readonly positions: readonly number[];
}

/** Sorted by their types, lists of equally many objects of each type have one plan. */
export function sequenceOf({ fields }: Pick<AskedNodes, "fields">): AskedSequence {
  const given = [...fields].flatMap(([key, field]) => {
    if (!field) return [];
    const sorted = field.asked.toSorted((left, right) =>
      left.typeName < right.typeName ? -1 : Number(left.typeName > right.typeName),
    );
    return [{ key, isList: field.isList, sorted }];
  });
  const all = given.flatMap(({ sorted }) => sorted);
  return {
    sequence: given.map(({ key, isList, sorted }) => [key, isList, sorted.map(({ typeName }) => typeName)]),
    ids: all.map(({ id }) => id),
    positions: all.map(({ position }) => position),
  };
}

/** Names that nothing in a document has: those of variables and of aliases begin with them. */
export interface FreeNames {
  readonly variable: string;
  readonly alias: string;
}

/** The slots of a sequence. Undefined: the graph has no such type any more. */
export function slotsOf(
  sequence: NodeSequence,
  types: NodeTypes,
  { variable, alias }: FreeNames,
): NodeSlots | undefined {
  let count = 0;
  const slots = new Map<string, readonly NodeSlot[]>();
  for (const [key, isList, typeNames] of sequence) {
    const own: NodeSlot[] = [];
    for (const typeName of typeNames) {
      const rootField = types.get(typeName);
      if (rootField === undefined) return undefined;
      own.push({
        alias: isList ? `${alias}${count}` : key,
        rootField,
        typeName,
        variable: `${variable}${count}`,
      });
      count += 1;
    }
    slots.set(key, own);
  }
  return slots;
}
