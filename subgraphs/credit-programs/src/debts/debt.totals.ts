import { byProperty, defineTotals, type Places } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import type { BalanceSums } from "../loan-balance/balance-sums.js";
import {
  amountsBy,
  borrowing,
  householdsBy,
  type Borrowing,
  type PartsByScope,
} from "../loan-balance/count-balances.js";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { SavingsGroupTotalEntity, UnitSavingsGroupTotalEntity } from "./savings-group-total.entity.js";
import { TransactionOfficeTotalEntity } from "./transaction-office-total.entity.js";

const ofHouseholds = { counted: LoanYearEndEntity, subject: "householdId", reads: borrowing } as const;

/** The savings-and-credit groups of each unit. */
const ofUnit = { entity: UnitSavingsGroupTotalEntity, places: byUnit, version: 2 } as const;
const groups: PartsByScope<"GROUP"> = { GROUP: ({ savingsGroupId }) => savingsGroupId };
const amountsOfGroups = amountsBy(groups);
const householdsOfGroups = householdsBy(groups);

export const unitSavingsGroupTotals = [
  defineTotals<LoanYearEndEntity, UnitSavingsGroupTotalEntity>({
    ...ofUnit,
    counted: LoanYearEndEntity,
    count: (balances, add) =>
      amountsOfGroups(balances, ({ year, part: savingsGroupId, loans, outstanding, overdue }) =>
        add({ year, savingsGroupId, loans, outstanding, overdue, minusOverdue: -overdue }),
      ),
  }),
  defineTotals<Borrowing, UnitSavingsGroupTotalEntity>({
    ...ofUnit,
    ...ofHouseholds,
    count: (balances, add) =>
      householdsOfGroups(balances, ({ year, part: savingsGroupId, households }) =>
        add({ year, savingsGroupId, households }),
      ),
  }),
];

const whole: PartsByScope<"WHOLE"> = { WHOLE: () => "" };

type WholeTotal = BalanceSums & { readonly year: number };

interface Whole {
  readonly entity: new () => WholeTotal;
  readonly places: Places;
  readonly version: number;
}

/** What is owed in all at each place. */
const wholeTotals = (common: Whole) => [
  defineTotals<LoanYearEndEntity, WholeTotal>({
    ...common,
    counted: LoanYearEndEntity,
    count: amountsBy(whole),
  }),
  defineTotals<Borrowing, WholeTotal>({ ...common, ...ofHouseholds, count: householdsBy(whole) }),
];

export const savingsGroupTotals = wholeTotals({
  entity: SavingsGroupTotalEntity,
  places: byProperty("savingsGroupId"),
  version: 2,
});

export const transactionOfficeTotals = wholeTotals({
  entity: TransactionOfficeTotalEntity,
  places: byProperty("transactionOfficeId"),
  version: 2,
});
