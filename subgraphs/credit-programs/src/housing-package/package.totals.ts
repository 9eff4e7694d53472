import { lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals, type Places } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { packageSideOf } from "./package-borrowers.js";
import { PackageBalanceTotalEntity, PackageTotalEntity } from "./package-total.entity.js";

const byUnitAndCountry: Places = {
  ...byUnit,
  find: async (manager, localityIds) => {
    const units = await byUnit.find(manager, localityIds);
    return new Map(localityIds.map((id) => [id, [...(units.get(id) ?? []), wholeCountry]]));
  },
};

export const packageTotals = defineTotals<LoanEntity, PackageTotalEntity>({
  entity: PackageTotalEntity,
  counted: LoanEntity,
  places: byUnitAndCountry,
  version: 1,
  count: (loans, add) => {
    for (const loan of loans) {
      const side = packageSideOf(loan);
      if (!side) continue;
      const year = yearOf(loan.disbursedOn);
      add({ ...side, year, loans: 1, drawn: loan.principal });
      const unreported = firstUnreportedYear(loan);
      if (unreported <= year) continue;
      add({ ...side, year, reportedChange: 1 });
      add({ ...side, year: unreported, reportedChange: -1 });
    }
  },
});

export const packageBalanceTotals = defineTotals<LoanYearEndEntity, PackageBalanceTotalEntity>({
  entity: PackageBalanceTotalEntity,
  counted: LoanYearEndEntity,
  places: byUnitAndCountry,
  version: 2,
  count: (balances, add) => {
    for (const balance of balances) {
      const side = packageSideOf(balance);
      if (side) add({ ...side, year: balance.year, loans: 1, outstanding: balance.outstanding });
    }
  },
});

/** The first year whose end the bank's figures do not reach. */
function firstUnreportedYear({ balanceOn }: LoanEntity): number {
  const year = yearOf(balanceOn);
  return lastDayOf(year) <= balanceOn ? year + 1 : year;
}
