import type { OperationDefinitionNode } from "graphql";
import { safeNameOf } from "../observation/safe-name.js";

/** Clients choose the names of operations: so many of them get a time series of their own. */
const mostNames = 100;

const declaredName = /\b(?:query|mutation)\s+(\w+)/g;

/** The names of the operations in documents that are trusted. */
export const namesIn = (documents: Iterable<string>): string[] =>
  [...documents].flatMap((document) => [...document.matchAll(declaredName)].map(([, name = ""]) => name));

/**
 * Labels for operations: the names that are known beforehand, and the first hundred others. What comes after them is
 * "other", so clients cannot make any number of time series.
 */
export class OperationLabels {
  readonly #names: Set<string>;
  readonly #most: number;
  readonly #labels = new WeakMap<OperationDefinitionNode, string>();

  constructor(known: Iterable<string>) {
    this.#names = new Set(known);
    this.#most = this.#names.size + mostNames;
  }

  of(operation: OperationDefinitionNode): string {
    const given = this.#labels.get(operation);
    if (given !== undefined) return given;
    const label = this.#labelOf(safeNameOf(operation));
    this.#labels.set(operation, label);
    return label;
  }

  #labelOf(name: string | undefined): string {
    if (name === undefined) return "anonymous";
    if (this.#names.has(name)) return name;
    if (this.#names.size >= this.#most) return "other";
    this.#names.add(name);
    return name;
  }
}
