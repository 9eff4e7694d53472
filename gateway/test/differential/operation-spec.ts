import * as fc from "fast-check";

const number = fc.noBias(fc.nat({ max: 9_999 }));

export interface SelectionSpec {
  readonly kind: number;
  readonly pick: number;
  readonly alias: number;
  readonly condition: number;
  readonly args: number;
  readonly children: readonly SelectionSpec[];
}

/** Chooses an operation over any schema. Each part can be left out, and the rest is still an operation. */
export interface OperationSpec {
  readonly isMutation: boolean;
  readonly selections: readonly SelectionSpec[];
}

function selectionSpec(depth: number): fc.Arbitrary<SelectionSpec> {
  return fc.record({
    kind: number,
    pick: number,
    alias: number,
    condition: number,
    args: number,
    children:
      depth === 0
        ? fc.constant([])
        : fc.array(selectionSpec(depth - 1), { maxLength: depth > 3 ? 3 : 2, size: "max" }),
  });
}

const deepest = 5;

export const operationSpec: fc.Arbitrary<OperationSpec> = fc.record({
  isMutation: fc.nat({ max: 9 }).map((value) => value === 9),
  selections: fc.array(selectionSpec(deepest), { minLength: 1, maxLength: 3, size: "max" }),
});
