import { readFileSync } from "node:fs";
import { parse, print, visit, type SelectionNode } from "graphql";
import { storedOperation } from "../../support/operations.js";

/** What the contestants are asked. */
export interface BenchOperation {
  readonly name: string;
  /** The document of a request, by the number of the request. */
  documentAt(index: number): string;
  /** Whether all requests are different. */
  readonly isVaried: boolean;
  /** Whether it is one of schema/operations. */
  readonly isStored: boolean;
}

/** The operations whose requests are all the same, by the names of their files, in the order in which they are measured. */
export const fixedOperations = ["small", "medium", "large"];

/** The operation whose requests are all different. */
export const variedOperation = "many";

/** One of this folder's operations, or else a stored one. */
export function operationNamed(name: string): BenchOperation {
  const isVaried = name === variedOperation;
  const isStored = !isVaried && !fixedOperations.includes(name);
  const document = isStored
    ? storedOperation(name)
    : readFileSync(new URL(`${name}.graphql`, import.meta.url), "utf8");
  return { name, documentAt: isVaried ? variantsOf(document) : () => document, isVaried, isStored };
}

const fieldsOfPart = 4;
const choices = 2 ** fieldsOfPart - 1;
/** Has no factor in common with the number of variants, so that all of them come before one comes again. */
const stride = 7_919;

/** Leaves out some of the leaf fields: of each selection set that has only leaves, at least one field stays. */
function variantsOf(text: string): (index: number) => string {
  const document = parse(text);
  return (index) => {
    let rest = index * stride;
    return print(
      visit(document, {
        SelectionSet: (node) => {
          if (!node.selections.every(isLeaf)) return undefined;
          const chosen = (rest % choices) + 1;
          rest = Math.floor(rest / choices);
          return { ...node, selections: node.selections.filter((_, bit) => chosen & (1 << bit)) };
        },
      }),
    );
  };
}

const isLeaf = (selection: SelectionNode): boolean => selection.kind === "Field" && !selection.selectionSet;
