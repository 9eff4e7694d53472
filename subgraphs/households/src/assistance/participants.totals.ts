import { byProperty, defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { AssistanceEntity } from "./assistance.entity.js";
import { ParticipantsTotalEntity } from "./participants-total.entity.js";

export const participantsTotal = defineTotals<AssistanceEntity, ParticipantsTotalEntity>({
  entity: ParticipantsTotalEntity,
  counted: AssistanceEntity,
  places: byProperty("livelihoodModelId"),
  subject: "householdId",
  version: 1,
  count: (_, add) => add({ households: 1 }),
});
