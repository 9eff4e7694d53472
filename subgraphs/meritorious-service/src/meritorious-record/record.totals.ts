import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { MeritoriousRecordEntity } from "./meritorious-record.entity.js";
import { RecordTotalEntity } from "./record-total.entity.js";

/** A record is in force at the end of a year if it was recognized by then and had not ended. */
export const recordTotals = defineTotals<MeritoriousRecordEntity, RecordTotalEntity>({
  entity: RecordTotalEntity,
  counted: MeritoriousRecordEntity,
  places: byUnit,
  version: 1,
  count: (records, add) => {
    for (const { categoryId, recognizedOn, endedOn } of records) {
      const year = yearOf(recognizedOn);
      add({ year, categoryId, recognized: 1, inForce: 1 });
      if (endedOn !== null) add({ year: Math.max(year, yearOf(endedOn)), categoryId, inForce: -1 });
    }
  },
});
