import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { apartmentTotals } from "./apartment-completion/apartment.totals.js";
import { fundingTotals, supportTotals } from "./housing-support/support.totals.js";
import { landReservationTotals } from "./land/land-reservation.totals.js";
import { projectTotals } from "./social-housing-project/project.totals.js";

/** What is kept beside the rows for the department's statistics. */
export const housingTotals: readonly Totals[] = [
  projectTotals,
  apartmentTotals,
  landReservationTotals,
  supportTotals,
  fundingTotals,
];
