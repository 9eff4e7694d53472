import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byContainingUnit } from "../reporting/by-containing-unit.js";
import { CapitalTotalEntity } from "./capital-total.entity.js";
import { CapitalYearEntity } from "./capital-year.entity.js";

export const capitalTotal = defineTotals<CapitalYearEntity, CapitalTotalEntity>({
  entity: CapitalTotalEntity,
  counted: CapitalYearEntity,
  places: byContainingUnit,
  version: 1,
  count: (capital, add) => {
    for (const { subProjectId, source, year, allocated, disbursed } of capital)
      add({ subProjectId, source, year, allocations: 1, allocated, disbursed });
  },
});
