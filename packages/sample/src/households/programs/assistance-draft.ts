import type { AssistanceEntity } from "@an-sinh/households/assistance/assistance.entity";
import type { SampleHousehold } from "../../population/population.js";
import type { AssistanceCode } from "./assistance-programs.js";

/** A grant before it has an id. */
export type AssistanceDraft = Omit<AssistanceEntity, "id">;

type Given = Pick<AssistanceEntity, "amount" | "from" | "to"> & Partial<AssistanceEntity>;

/** What is not given: granted once, to the household as a whole, nothing counted. */
export const draft = (
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
