import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { AssistanceTotalEntity } from "../../assistance/assistance-total.entity.js";
import { AssistanceEntity } from "../../assistance/assistance.entity.js";
import { byContainingUnit } from "../../reporting/by-containing-unit.js";
import { AssistedPeopleTotalEntity } from "./assisted-people-total.entity.js";
import { countAssistedPeople, countGrants } from "./count-grants.js";
import { GrantedTotalEntity } from "./granted-total.entity.js";
import { ReportedTotalEntity } from "./reported-total.entity.js";

/** What the statistics of assistance read. */
export const assistanceTotals = [
  defineTotals<AssistanceEntity, GrantedTotalEntity>({
    entity: GrantedTotalEntity,
    counted: AssistanceEntity,
    places: byUnit,
    subject: "householdId",
    version: 1,
    count: countGrants,
  }),
  defineTotals<AssistanceEntity, AssistedPeopleTotalEntity>({
    entity: AssistedPeopleTotalEntity,
    counted: AssistanceEntity,
    places: byUnit,
    subject: "personId",
    version: 1,
    count: countAssistedPeople,
  }),
  defineTotals<AssistanceTotalEntity, ReportedTotalEntity>({
    entity: ReportedTotalEntity,
    counted: AssistanceTotalEntity,
    places: byContainingUnit,
    version: 1,
    count: (rows, add) => {
      for (const { year, programCode, recipientUnit, recipients, amount } of rows)
        add({ year, programCode, recipientUnit, reports: 1, recipients, amount });
    },
  }),
];
