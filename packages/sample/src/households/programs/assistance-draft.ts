import type { AssistanceEntity } from "@an-sinh/households/assistance/assistance.entity";
import type { SampleHousehold } from "../../population/population.js";
import type { AssistanceCode } from "./assistance-programs.js";

/** Assistance without an id. */
export type AssistanceDraft = Omit<AssistanceEntity, "id">;

type Given = Pick<AssistanceEntity, "amount" | "from" | "to"> & Partial<AssistanceEntity>;

/** Assistance to a household. Unless `given` says more, it is granted once and to the whole household. */
export const assistanceDraft = (
  household: SampleHousehold,
  programCode: AssistanceCode,
  given: Given,
): AssistanceDraft => ({
  householdId: household.id,
  personId: null,
  localityId: household.locality.id,
  programCode,
  livelihoodModelId: null,
  isMonthly: false,
  coefficient: null,
  quantity: null,
  decisionNumber: null,
  ...given,
});
