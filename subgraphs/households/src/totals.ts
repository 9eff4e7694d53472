import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import { classificationTotals } from "./household-classification/totals/classification-totals.js";

/** What is kept beside the rows for the department's statistics. */
export const householdsTotals: readonly Totals[] = [...classificationTotals];
