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
  const counted = new Set<string>();
  for (const balance of balances) {
    const { year, householdId, outstanding, overdue } = balance;
    for (const part of parts(balance)) {
      const key = [year, ...Object.values(part)].join("\u0000");
      const households = householdId === null || counted.has(key) ? 0 : 1;
      counted.add(key);
      add({ ...part, year, loans: 1, households, outstanding, overdue });
    }
  }
}
