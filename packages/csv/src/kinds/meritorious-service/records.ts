import { MeritoriousCategoryEntity } from "@an-sinh/meritorious-service/meritorious-category/meritorious-category.entity";
import { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { MeritoriousStatus } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.enums";
import { updatePaymentCategories } from "@an-sinh/meritorious-service/payment/payment-category.service";
import { defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { integer } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";

export const records = defineFileKind<MeritoriousRecordEntity>({
  name: "records",
  description: "Recognitions of people with meritorious service and, below them, of their relatives.",
  entity: MeritoriousRecordEntity,
  key: ["id"],
  period: ["recognizedOn", "endedOn"],
  place: {},
  parts: ["relative_of_id IS NULL", "relative_of_id IS NOT NULL"],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    {
      name: "person_id",
      property: "personId",
      type: id,
      description: "The person, by the id in the households department.",
    },
    {
      name: "category_code",
      property: "categoryId",
      type: id,
      refersTo: { entity: MeritoriousCategoryEntity, by: "code", noun: "category" },
      description: "The category of Ordinance 02/2020/UBTVQH14, by its code: WAR_INVALID.",
    },
    ...placeColumns,
    {
      name: "injury_rate_percent",
      property: "injuryRatePercent",
      type: integer(0, 100),
      isOptional: true,
      description: "The loss of working capacity. Blank: the category is not assessed by it.",
    },
    {
      name: "recognized_on",
      property: "recognizedOn",
      type: day,
      description: "The day of the decision that recognized the person.",
    },
    {
      name: "decision_number",
      property: "decisionNumber",
      type: text(60),
      isOptional: true,
      description: "Blank: not recorded.",
    },
    {
      name: "ended_on",
      property: "endedOn",
      type: day,
      isOptional: true,
      description: "The first day on which it is no longer in force. Blank: it is in force.",
    },
    {
      name: "relative_of_id",
      property: "relativeOfId",
      type: id,
      isOptional: true,
      refersTo: { entity: MeritoriousRecordEntity, by: "id", noun: "record" },
      description: "The record of whom the person is a relative. Blank: the person's own merit.",
    },
    {
      name: "status",
      property: "status",
      type: choice(MeritoriousStatus),
      description: "How the record stands today.",
    },
  ],
  validate: ({ status, endedOn }) =>
    (status === "IN_FORCE") === (endedOn === null)
      ? null
      : { column: "ended_on", expected: "a blank where the status is IN_FORCE, and a day for all others" },
  afterWrite: updatePaymentCategories,
});
