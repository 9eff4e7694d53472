import { isObjectType, type GraphQLCompositeType } from "graphql";

interface Entry {
  readonly parent: GraphQLCompositeType;
  readonly field: string;
  readonly args: string;
  readonly type: string;
  readonly inner: ResponseNames;
}

/** The names in the objects at one place of an answer: fields that share one must be mergeable. */
export class ResponseNames {
  #entries = new Map<string, Entry[]>();

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** From now on, what is selected in one place counts in both. */
  shareWith(other: ResponseNames): void {
    this.#entries = other.#entries;
  }

  /** The names below the field, or undefined where the name is taken. */
  claim(name: string, field: Omit<Entry, "inner">): ResponseNames | undefined {
    const entries = this.#entries.get(name) ?? [];
    if (!entries.every((entry) => isMergeable(entry, field))) return undefined;
    const inner = entries[0]?.inner ?? new ResponseNames();
    this.#entries.set(name, [...entries, { ...field, inner }]);
    return inner;
  }
}

function isMergeable(left: Omit<Entry, "inner">, right: Omit<Entry, "inner">): boolean {
  if (left.type !== right.type) return false;
  if (left.field === right.field && left.args === right.args) return true;
  return isObjectType(left.parent) && isObjectType(right.parent) && left.parent !== right.parent;
}
