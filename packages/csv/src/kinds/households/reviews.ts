import { deprivations } from "@an-sinh/households/poverty-standard/deprivation";
import { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { updateClassifications } from "@an-sinh/households/household-classification/household-classification.service";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { bits } from "../../values/list.js";
import { dong } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";
import { householdReference } from "./household-reference.js";

export const reviews = defineFileKind<PovertyReviewEntity>({
  name: "reviews",
  description:
    "What poverty reviews found and decided. The classes of households under each standard follow from them.",
  entity: PovertyReviewEntity,
  key: ["id"],
  unique: [
    {
      properties: ["householdId", "round"],
      column: "round",
      expected: (holder) => `one review of a household in a round: ${holder} is another`,
    },
  ],
  period: ["reviewedOn", "decidedOn"],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "household_id",
      property: "householdId",
      type: id,
      refersTo: householdReference,
      description: "The household.",
    },
    {
      name: "round",
      property: "round",
      type: text(20),
      description: "The review round: the year of an annual round, such as 2024.",
    },
    { name: "reviewed_on", property: "reviewedOn", type: day, description: "The day of the scoring." },
    {
      name: "monthly_income_per_person",
      property: "monthlyIncomePerPerson",
      type: dong,
      description: "Dong a person a month.",
    },
    {
      name: "deprivations",
      type: bits(deprivations),
      isOptional: true,
      description: "What the household lacks, with spaces between them. Blank: nothing.",
    },
    {
      name: "decision_number",
      property: "decisionNumber",
      type: text(60),
      isOptional: true,
      description: "Blank: not decided yet.",
    },
    {
      name: "decided_on",
      property: "decidedOn",
      type: day,
      isOptional: true,
      description: "The day of the decision. Blank: not decided yet.",
    },
    {
      name: "class",
      property: "class",
      type: choice(HouseholdClass),
      description: "As decided, by the standard that the province reports by.",
    },
  ],
  derive: (_, cells) => ({ deprivations: cells["deprivations"] ?? 0 }),
  toCells: ({ deprivations: stored }) => ({ deprivations: stored || null }),
  afterWrite: (manager, changes) =>
    updateClassifications(
      manager,
      changes.flatMap(({ before, after }) =>
        before ? [before.householdId, after.householdId] : [after.householdId],
      ),
    ),
});
