import { toNumber } from "@an-sinh/subgraph-kit/sums";
import { withheldAfter, type Cell } from "@an-sinh/territory/small-cells/cells";
import { defineCells } from "@an-sinh/territory/small-cells/withheld-cells";
import { commercialPrograms } from "../credit-program/credit-program.loaders.js";
import { isLate, type LoanStatus } from "../loan/loan.enums.js";
import { readManyBalances, type UnitBalanceRow } from "./balance-query.js";
import type { BalanceScope } from "./balance-total.entity.js";

interface OfYear {
  readonly year: number;
}

/** What is owed to all lenders together is no cell: it is what the policy bank and each commercial program is owed. */
const scopes = ["DEBT", "PROGRAM", "STATUS", "ORGANIZATION", "OFFICE"] as const satisfies BalanceScope[];

/** The cell of what is owed in a unit by a scope and part. */
export const owedCell = (scope: BalanceScope, part: string): string => `${scope} ${part}`;

/**
 * The cell of what is overdue of it. It is withheld by itself, as it may be owed on few loans of many. Of a status, either
 * all loans have something overdue or none has.
 */
export const overdueCell = (scope: BalanceScope, part: string): string =>
  scope === "STATUS" ? owedCell(scope, part) : `overdue ${owedCell(scope, part)}`;

/** The parts of a scope of which something is withheld. */
export const withheldParts = (withheld: ReadonlySet<string>, scope: BalanceScope): string[] =>
  [owedCell, overdueCell].flatMap((cell) => withheldAfter(withheld, cell(scope, "")));

const debts = owedCell("DEBT", "");
const overdueDebts = overdueCell("DEBT", "");

/** What is owed in a unit on 31 December of a year. */
export const balanceCells = defineCells<OfYear>({
  scope: "credit:read",
  read: async (context, unitIds, { year }) => {
    const [rows, commercial] = await Promise.all([
      readManyBalances(context, unitIds, { year, scopes }),
      commercialPrograms(context),
    ]);
    return rows.flatMap((row) => cellsOf(row, commercial));
  },
});

/**
 * The cells of one row. Loans of commercial banks are those of companies and of buyers, who are counted as such, and what
 * they may owe as households.
 */
function cellsOf(row: UnitBalanceRow<(typeof scopes)[number]>, commercial: ReadonlySet<string>): Cell[] {
  const { unitId, scope, part } = row;
  const [loans, households] = [toNumber(row.loans), toNumber(row.households)];
  const owed = { unitId, cell: owedCell(scope, part), counts: [loans, households, toNumber(row.borrowers)] };
  const overdue = {
    unitId,
    cell: overdueCell(scope, part),
    counts: [toNumber(row.overdueLoans), toNumber(row.overdueHouseholds)],
  };
  if (scope === "DEBT") return [owed, { ...overdue, partOf: { cell: debts, by: "STATUS" } }];
  if (scope === "STATUS")
    return [{ ...owed, partOf: { cell: isLate(part as LoanStatus) ? overdueDebts : debts, by: scope } }];
  if (commercial.has(part)) return [{ ...owed, counts: [households] }, overdue];
  return [
    { ...owed, partOf: { cell: debts, by: scope } },
    { ...overdue, partOf: { cell: overdueDebts, by: scope } },
  ];
}
