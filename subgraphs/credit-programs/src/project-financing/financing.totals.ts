import { byProperty, defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { packageSideOf } from "../housing-package/package-borrowers.js";
import { LoanEntity } from "../loan/loan.entity.js";
import { FinancingTotalEntity } from "./financing-total.entity.js";

export const financingTotals = defineTotals<LoanEntity, FinancingTotalEntity>({
  entity: FinancingTotalEntity,
  counted: LoanEntity,
  places: byProperty("projectId"),
  version: 1,
  count: (loans, add) => {
    for (const loan of loans) {
      const side = packageSideOf(loan);
      if (side) add({ ...side, loans: 1, principal: loan.principal, outstanding: loan.outstanding });
    }
  },
});
