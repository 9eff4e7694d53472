import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import type { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import type { BalanceSums } from "./balance-sums.js";

/** What decides in which totals a household counts. The amounts do not. */
export const borrowing = [
  "year",
  "householdId",
  "programId",
  "status",
  "savingsGroupId",
  "entrustedOrganization",
  "transactionOfficeId",
] as const satisfies readonly (keyof LoanYearEndEntity)[];

export type Borrowing = Pick<LoanYearEndEntity, (typeof borrowing)[number]>;

/** For each scope the part to which a balance belongs. Null: it does not belong to the scope. */
export type PartsByScope<Scope extends string> = Readonly<
  Record<Scope, (balance: Borrowing) => string | null>
>;

interface Part<Scope extends string> {
  readonly year: number;
  readonly scope: Scope;
  readonly part: string;
}

type Amounts = Pick<BalanceSums, "loans" | "outstanding" | "overdue">;

/** Counts loans and what is owed, each balance by itself. */
export function amountsBy<Scope extends string>(
  parts: PartsByScope<Scope>,
): (balances: readonly LoanYearEndEntity[], add: (addition: Part<Scope> & Amounts) => void) => void {
  const scopes = scopesOf(parts);
  return (balances, add) => {
    for (const balance of balances)
      for (const [scope, partOf] of scopes) {
        const part = partOf(balance);
        if (part === null) continue;
        const { year, outstanding, overdue } = balance;
        add({ year, scope, part, loans: 1, outstanding, overdue });
      }
  };
}

/** Counts the household whose balances these are once in each year and part. */
export function householdsBy<Scope extends string>(
  parts: PartsByScope<Scope>,
): (balances: readonly Borrowing[], add: (addition: Part<Scope> & { households: 1 }) => void) => void {
  const scopes = scopesOf(parts);
  return (balances, add) => {
    if (balances[0]?.householdId == null) return;
    for (const [year, ofYear] of groupBy(balances, (balance) => balance.year))
      for (const [scope, partOf] of scopes)
        for (const part of partsIn(ofYear, partOf)) add({ year, scope, part, households: 1 });
  };
}

const partsIn = (balances: readonly Borrowing[], partOf: (balance: Borrowing) => string | null) =>
  new Set(balances.map(partOf).filter((part) => part !== null));

const scopesOf = <Scope extends string>(parts: PartsByScope<Scope>) =>
  Object.entries(parts) as [Scope, PartsByScope<Scope>[Scope]][];
