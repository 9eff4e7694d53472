import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { assistanceTotals } from "./assistance-statistics/totals/assistance.totals.js";
import { participantsTotal } from "./assistance/participants.totals.js";
import { fundTotal } from "./fund-for-the-poor/fund.totals.js";
import { classificationTotals } from "./household-classification/totals/classification.totals.js";
import { modelTotal } from "./livelihood-model/livelihood-model.totals.js";
import { unitPopulationTotal } from "./population-statistics/population.totals.js";
import { unitHouseholdTotal } from "./poverty-statistics/household-total.totals.js";
import { capitalTotal } from "./program-capital/program-capital.totals.js";

/** What is kept beside the rows for the department's statistics. */
export const householdsTotals: readonly Totals[] = [
  ...classificationTotals,
  unitHouseholdTotal,
  unitPopulationTotal,
  ...assistanceTotals,
  participantsTotal,
  modelTotal,
  fundTotal,
  capitalTotal,
];
