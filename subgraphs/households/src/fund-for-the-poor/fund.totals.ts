import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byContainingUnit } from "../reporting/by-containing-unit.js";
import { FundTotalEntity } from "./fund-total.entity.js";
import { FundYearEntity } from "./fund-year.entity.js";

export const fundTotal = defineTotals<FundYearEntity, FundTotalEntity>({
  entity: FundTotalEntity,
  counted: FundYearEntity,
  places: byContainingUnit,
  version: 1,
  count: (funds, add) => {
    for (const { year, received, spent } of funds) add({ year, funds: 1, received, spent });
  },
});
