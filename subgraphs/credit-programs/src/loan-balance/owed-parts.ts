import { unlessWithheld } from "@an-sinh/territory/small-cells/cells";
import { overdueCell, owedCell, withheldParts } from "./balance.cells.js";
import type { BalanceSums } from "./balance-sums.js";
import type { BalanceScope } from "./balance-total.entity.js";

/** What is owed in a unit on 31 December of a year. */
interface Owed extends BalanceSums {
  /** Counted by program; 0 in the other scopes. */
  readonly borrowers?: number;
}

/** What is owed by one scope and part. */
export interface OwedPart extends Owed {
  readonly scope: BalanceScope;
  readonly part: string;
}

/** The same as a caller may see it. Null: withheld. */
type ShownOwed = { readonly [Name in keyof Owed]-?: number | null };

const nothing: ShownOwed = { loans: 0, households: 0, borrowers: 0, outstanding: 0, overdue: 0 };

/**
 * What is owed by one scope, by part, as a caller may see it who may not see some cells. Parts that are withheld are
 * among them where nothing is owed too: that is not told.
 */
export function shownParts(
  parts: readonly OwedPart[],
  withheld: ReadonlySet<string>,
  scope: BalanceScope,
): ReadonlyMap<string, ShownOwed> {
  const ofScope = new Map(parts.filter((each) => each.scope === scope).map((owed) => [owed.part, owed]));
  const names = new Set([...ofScope.keys(), ...withheldParts(withheld, scope)]);
  return new Map(
    [...names].toSorted().map((part) => [part, shownOwed(ofScope.get(part), withheld, { scope, part })]),
  );
}

/** What is owed in all by a scope without parts. */
export const shownWhole = (
  parts: readonly OwedPart[],
  withheld: ReadonlySet<string>,
  scope: "ALL" | "DEBT",
): ShownOwed =>
  shownOwed(
    parts.find((each) => each.scope === scope),
    withheld,
    { scope, part: "" },
  );

/** What is owed by a scope and part. Undefined: nothing. What is overdue is withheld by itself. */
export function shownOwed(
  owed: Omit<OwedPart, "scope" | "part"> | undefined,
  withheld: ReadonlySet<string>,
  { scope, part }: Pick<OwedPart, "scope" | "part">,
): ShownOwed {
  const { loans, households, borrowers = 0, outstanding, ...all } = owed ?? nothing;
  const overdue = unlessWithheld(withheld, overdueCell(scope, part), all.overdue);
  return withheld.has(owedCell(scope, part))
    ? { loans: null, households: null, borrowers: null, outstanding: null, overdue }
    : { loans, households, borrowers, outstanding, overdue };
}
