import {
  approvalOrderOf,
  SocialHousingProjectEntity,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import {
  HousingAudience,
  ProjectStatus,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.enums";
import { vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import { defineFileKind } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { decimal, integer } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";

const count = integer(0, 1_000_000);

export const projects = defineFileKind<SocialHousingProjectEntity>({
  name: "projects",
  description: "Social housing projects. Their completed phases are a file of their own.",
  entity: SocialHousingProjectEntity,
  key: ["id"],
  place: { communeProperty: "communeId" },
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    { name: "name", property: "name", type: text(160), description: "As in the approving decision." },
    ...placeColumns,
    { name: "developer", property: "developer", type: text(160), description: "The investor who builds it." },
    {
      name: "audience",
      property: "audience",
      type: choice(HousingAudience),
      description: "For whom it is built.",
    },
    {
      name: "land_area_hectares",
      property: "landAreaHectares",
      type: decimal(2, 0, 999_999),
      description: "Hectares.",
    },
    {
      name: "planned_apartments",
      property: "plannedApartments",
      type: count,
      description: "Apartments when all phases are completed.",
    },
    {
      name: "planned_capacity_people",
      property: "plannedCapacityPeople",
      type: integer(0, 10_000_000),
      description: "How many people the planned apartments can house.",
    },
    {
      name: "decision_number",
      property: "decisionNumber",
      type: text(60),
      isOptional: true,
      description: "Of the approving decision. Blank: not approved yet.",
    },
    {
      name: "approved_on",
      property: "approvedOn",
      type: day,
      isOptional: true,
      description: "The day of the approving decision. Blank: not approved yet.",
    },
    { name: "status", property: "status", type: choice(ProjectStatus), description: "As of today." },
  ],
  derive: ({ name, approvedOn }) => ({
    nameOrder: vietnameseSortKey(String(name)),
    approvalOrder: approvalOrderOf(typeof approvedOn === "string" ? approvedOn : null),
  }),
});
