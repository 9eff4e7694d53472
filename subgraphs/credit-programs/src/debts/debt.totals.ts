import { byProperty, defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
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

const ofGroup = {
  entity: SavingsGroupTotalEntity,
  places: byProperty("savingsGroupId"),
  version: 2,
} as const;

export const savingsGroupTotals = [
  defineTotals<LoanYearEndEntity, SavingsGroupTotalEntity>({
    ...ofGroup,
    counted: LoanYearEndEntity,
    count: amountsBy(whole),
  }),
  defineTotals<Borrowing, SavingsGroupTotalEntity>({
    ...ofGroup,
    ...ofHouseholds,
    count: householdsBy(whole),
  }),
];

const ofOffice = {
  entity: TransactionOfficeTotalEntity,
  places: byProperty("transactionOfficeId"),
  version: 2,
} as const;

export const transactionOfficeTotals = [
  defineTotals<LoanYearEndEntity, TransactionOfficeTotalEntity>({
    ...ofOffice,
    counted: LoanYearEndEntity,
    count: amountsBy(whole),
  }),
  defineTotals<Borrowing, TransactionOfficeTotalEntity>({
    ...ofOffice,
    ...ofHouseholds,
    count: householdsBy(whole),
  }),
];
