import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import type { BalanceSums } from "./balance-sums.js";
import { BalanceTotalEntity } from "./balance-total.entity.js";

type UnitPart = Pick<BalanceTotalEntity, "scope" | "part">;

export const balanceTotals = defineTotals<LoanYearEndEntity, BalanceTotalEntity>({
  entity: BalanceTotalEntity,
  counted: LoanYearEndEntity,
  places: byUnit,
  subject: "householdId",
  version: 1,
  count: (balances, add) => countBalances(balances, partsOf, add),
});

/** A loan without a transaction office is one of a commercial bank. */
function partsOf({
  programId,
  status,
  entrustedOrganization,
  transactionOfficeId,
}: LoanYearEndEntity): UnitPart[] {
  const ofAll: UnitPart[] = [
    { scope: "ALL", part: "" },
    { scope: "PROGRAM", part: programId },
  ];
  if (transactionOfficeId === null) return ofAll;
  return [
    ...ofAll,
    { scope: "DEBT", part: "" },
    { scope: "STATUS", part: status },
    { scope: "ORGANIZATION", part: entrustedOrganization ?? "" },
    { scope: "OFFICE", part: transactionOfficeId },
  ];
}

/** Counts the balances of one household, or one balance without a household: the household once in each year and part. */
export function countBalances<Part extends object>(
  balances: readonly LoanYearEndEntity[],
  parts: (balance: LoanYearEndEntity) => readonly Part[],
  add: (addition: Part & BalanceSums & { readonly year: number }) => void,
): void {
  const isFirst = firstInYear<Part>(balances);
  for (const balance of balances) {
    const { year, householdId, outstanding, overdue } = balance;
    for (const part of parts(balance)) {
      const households = householdId !== null && isFirst(year, part) ? 1 : 0;
      // Node.js 20 makes such an object forty times as fast where the spread comes last.
      add({ year, loans: 1, households, outstanding, overdue, ...part });
    }
  }
}

/** Tells whether a household was not met yet in a year and part. Most owe one loan, which has one balance a year. */
function firstInYear<Part extends object>(
  balances: readonly LoanYearEndEntity[],
): (year: number, part: Part) => boolean {
  if (balances.every(({ loanId }) => loanId === balances[0]?.loanId)) return () => true;
  const met = new Set<string>();
  return (year, part) => {
    const known = met.size;
    met.add([year, ...Object.values(part)].join("\u0000"));
    return met.size > known;
  };
}
