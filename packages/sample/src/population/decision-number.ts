import type { Random } from "./random.js";

/** The number of a decision of a People's Committee. */
export const drawDecisionNumber = (random: Random): string => `${random.between(100, 4900)}/QĐ-UBND`;
