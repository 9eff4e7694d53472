import { deprivations } from "@an-sinh/households/poverty-standard/deprivation";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { defineFileKind } from "../../file-kind.js";
import { day } from "../../values/days.js";
import { bits } from "../../values/list.js";
import { dong, integer } from "../../values/numbers.js";
import { id, text, unitId } from "../../values/text.js";

const upTo = "Dong a person a month: up to it,";

export const povertyStandards = defineFileKind<PovertyStandardEntity>({
  name: "poverty-standards",
  description:
    "What poor means, where and from when to when. Households are classified anew by their next review.",
  entity: PovertyStandardEntity,
  key: ["id"],
  period: ["validFrom", "validTo"],
  columns: [
    { name: "id", property: "id", type: id, description: "Such as central-2022." },
    { name: "name", property: "name", type: text(160), description: "Who issued it and for which years." },
    {
      name: "issued_by_id",
      property: "issuedById",
      type: unitId,
      isOptional: true,
      description: "The province that issued it: 01@0. Blank: the central government.",
    },
    { name: "legal_basis", property: "legalBasis", type: text(200), description: "The legal act." },
    {
      name: "valid_to",
      property: "validTo",
      type: day,
      isOptional: true,
      description: "The last day it is in force. Blank: no end is set.",
    },
    {
      name: "rural_income_line",
      property: "ruralIncomeLine",
      type: dong,
      description: `${upTo} a rural household is poor or near-poor.`,
    },
    {
      name: "urban_income_line",
      property: "urbanIncomeLine",
      type: dong,
      description: `${upTo} an urban household is poor or near-poor.`,
    },
    {
      name: "rural_average_line",
      property: "ruralAverageLine",
      type: dong,
      description: `${upTo} a rural household's living standard is average.`,
    },
    {
      name: "urban_average_line",
      property: "urbanAverageLine",
      type: dong,
      description: `${upTo} an urban household's living standard is average.`,
    },
    {
      name: "minimum_deprivations_for_poor",
      property: "minimumDeprivationsForPoor",
      type: integer(0, 99),
      description: "At or below the line: this many deprivations or more is poor, fewer is near-poor.",
    },
    {
      name: "counted_deprivations",
      property: "countedDeprivations",
      type: bits(deprivations),
      description: "Of a review's deprivations, those that it counts.",
    },
    { name: "valid_from", property: "validFrom", type: day, description: "The first day it is in force." },
    {
      name: "reviewed_from",
      property: "reviewedFrom",
      type: day,
      isOptional: true,
      description:
        "From this day on, reviews are decided under it, before valid_from if a general review is held in advance. Blank: from valid_from on.",
    },
    {
      name: "rural_poor_line",
      property: "ruralPoorLine",
      type: dong,
      isOptional: true,
      description: `${upTo} a rural household is poor whatever it lacks. Blank: there is no such line.`,
    },
    {
      name: "urban_poor_line",
      property: "urbanPoorLine",
      type: dong,
      isOptional: true,
      description: `${upTo} an urban household is poor whatever it lacks. Blank: there is no such line.`,
    },
  ],
});
