import type { FileKind, Row, UniqueRule } from "../file-kind.js";
import type { Rejection } from "./rejections.js";
import { keyEntry, keyOf } from "./row-keys.js";
import type { SeenKeys } from "./seen-keys.js";

/** A row on record whose value a line of the file takes. */
export interface Holder {
  /** See `KnownRows.holders`. */
  readonly row: Row;
  readonly rule: UniqueRule;
}

/**
 * The lines of a file that take a unique value of a row on record. They may do so if the file has a line for that row
 * too, anywhere: the value is then another row's in the end. So people can swap a value within one file.
 */
export class Claims {
  readonly #claims: { readonly rejection: Rejection; readonly holderEntry: string }[] = [];
  #holders: Holder[] = [];

  constructor(private readonly kind: FileKind) {}

  add(line: number, holder: Holder): void {
    const { row, rule } = holder;
    const expected = expectedUnique(rule, "a row on record");
    this.#claims.push({
      rejection: { line, column: rule.column, expected, found: null },
      holderEntry: keyEntry(keyOf(this.kind, row)),
    });
    this.#holders.push(holder);
  }

  /** The holders that were added since the last call. */
  takeHolders(): readonly Holder[] {
    const taken = this.#holders;
    this.#holders = [];
    return taken;
  }

  /** The claims against rows that the file leaves as they are. To be called when the whole file is read. */
  unmet(seen: SeenKeys): readonly Rejection[] {
    const inFile = seen.find(this.#claims.map(({ holderEntry }) => holderEntry));
    return this.#claims
      .filter(({ holderEntry }) => !inFile.has(holderEntry))
      .map(({ rejection }) => rejection);
  }
}

export const expectedUnique = (rule: UniqueRule, holder: string): string =>
  rule.expected?.(holder) ?? `another value than ${holder} has`;
