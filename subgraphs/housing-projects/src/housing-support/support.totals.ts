import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { FundingShareEntity } from "./funding-share.entity.js";
import { FundingTotalEntity } from "./funding-total.entity.js";
import { HousingSupportEntity } from "./housing-support.entity.js";
import { SupportTotalEntity } from "./support-total.entity.js";

/** A support counts in the year in which it is completed. */
export const supportTotals = defineTotals<HousingSupportEntity, SupportTotalEntity>({
  entity: SupportTotalEntity,
  counted: HousingSupportEntity,
  places: byUnit,
  version: 1,
  count: (supports, add) => {
    for (const { completedOn, program, kind, amount } of supports)
      if (completedOn !== null) add({ year: yearOf(completedOn), program, kind, houses: 1, amount });
  },
});

interface SupportWithShares extends HousingSupportEntity {
  readonly shares: readonly FundingShareEntity[];
}

/** What a source pays of a support counts in the year in which this is completed. */
export const fundingTotals = defineTotals<SupportWithShares, FundingTotalEntity>({
  entity: FundingTotalEntity,
  counted: HousingSupportEntity,
  details: { entity: FundingShareEntity, owner: "supportId", property: "shares" },
  places: byUnit,
  version: 2,
  count: (supports, add) => {
    for (const { completedOn, program, kind, shares } of supports) {
      if (completedOn === null) continue;
      const year = yearOf(completedOn);
      for (const { source, amount } of shares) add({ year, program, kind, source, supports: 1, amount });
    }
  },
});
