import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { GrantTotalEntity } from "./grant-total.entity.js";
import { HousingGrantEntity } from "./housing-grant.entity.js";

export const grantTotals = defineTotals<HousingGrantEntity, GrantTotalEntity>({
  entity: GrantTotalEntity,
  counted: HousingGrantEntity,
  places: byUnit,
  version: 1,
  count: (grants, add) => {
    for (const { grantedOn, legalBasisCode, kind, amount } of grants)
      add({ year: yearOf(grantedOn), legalBasisCode, kind, grants: 1, amount });
  },
});
