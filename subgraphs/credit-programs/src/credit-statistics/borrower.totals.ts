import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { byUnit } from "@an-sinh/territory/by-unit";
import { LoanYearEndEntity } from "../loan/loan-year-end.entity.js";
import { BorrowerTotalEntity } from "./borrower-total.entity.js";

export const borrowerTotals = defineTotals<LoanYearEndEntity, BorrowerTotalEntity>({
  entity: BorrowerTotalEntity,
  counted: LoanYearEndEntity,
  places: byUnit,
  subject: "borrowerKey",
  version: 1,
  count: (balances, add) => {
    for (const [year, ofYear] of groupBy(balances, (balance) => balance.year))
      for (const programId of new Set(ofYear.map((balance) => balance.programId)))
        add({ year, programId, borrowers: 1 });
  },
});
