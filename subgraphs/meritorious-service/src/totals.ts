import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { careBenefitTotals } from "./care-benefit/care-benefit.totals.js";
import { cardTotals } from "./health-insurance-card/card.totals.js";
import { grantTotals } from "./housing-grant/grant.totals.js";
import { recordTotals } from "./meritorious-record/record.totals.js";
import { paymentTotals } from "./payment/payment.totals.js";

/** What is kept beside the rows for the department's statistics. */
export const meritoriousTotals: readonly Totals[] = [
  recordTotals,
  paymentTotals,
  careBenefitTotals,
  cardTotals,
  grantTotals,
];
