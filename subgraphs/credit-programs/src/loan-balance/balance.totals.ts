import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { isLate } from "../loan/loan.enums.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { BalanceTotalEntity, type BalanceScope } from "./balance-total.entity.js";
import { amountsBy, borrowing, householdsBy, type Borrowing, type PartsByScope } from "./count-balances.js";

/** A loan without a transaction office is one of a commercial bank: it is no debt to the policy bank. */
const parts: PartsByScope<BalanceScope> = {
  ALL: () => "",
  PROGRAM: ({ programId }) => programId,
  DEBT: ({ transactionOfficeId }) => (transactionOfficeId === null ? null : ""),
  STATUS: ({ transactionOfficeId, status }) => (transactionOfficeId === null ? null : status),
  ORGANIZATION: ({ transactionOfficeId, entrustedOrganization }) =>
    transactionOfficeId === null ? null : (entrustedOrganization ?? ""),
  OFFICE: ({ transactionOfficeId }) => transactionOfficeId,
};

const common = {
  entity: BalanceTotalEntity,
  counted: LoanYearEndEntity,
  places: byUnit,
  version: 3,
} as const;

const amountsOfParts = amountsBy(parts);
const householdsOfParts = householdsBy(parts);

const borrowed = ["year", "programId", "borrowerKey"] as const;
type Borrowed = Pick<LoanYearEndEntity, (typeof borrowed)[number]>;

export const balanceTotals = [
  defineTotals<LoanYearEndEntity, BalanceTotalEntity>({
    ...common,
    count: (balances, add) =>
      amountsOfParts(balances, (amounts) => add({ ...amounts, overdueLoans: amounts.overdue > 0 ? 1 : 0 })),
  }),
  defineTotals<Borrowing, BalanceTotalEntity>({
    ...common,
    subject: "householdId",
    reads: borrowing,
    count: (balances, add) => {
      householdsOfParts(balances, add);
      const late = balances.filter(({ status }) => isLate(status));
      householdsOfParts(late, ({ households, ...part }) => add({ ...part, overdueHouseholds: households }));
    },
  }),
  defineTotals<Borrowed, BalanceTotalEntity>({
    ...common,
    subject: "borrowerKey",
    reads: borrowed,
    count: countBorrower,
  }),
];

/** Counts a borrower once in each year and program. */
function countBorrower(
  balances: readonly Borrowed[],
  add: (addition: Partial<BalanceTotalEntity>) => void,
): void {
  for (const [year, ofYear] of groupBy(balances, (balance) => balance.year))
    for (const part of new Set(ofYear.map(({ programId }) => programId)))
      add({ year, scope: "PROGRAM", part, borrowers: 1 });
}
