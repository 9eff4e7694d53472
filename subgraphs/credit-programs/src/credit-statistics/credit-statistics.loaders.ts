import { owedBy } from "../loan-balance/owed-parts.loaders.js";

/** What is owed in each unit: to all lenders together, to the policy bank and under each program. */
export const balancesOfUnit = owedBy(["ALL", "DEBT", "PROGRAM"]);
