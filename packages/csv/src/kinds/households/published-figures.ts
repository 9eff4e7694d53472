import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { PublishedFigureEntity } from "@an-sinh/households/published-figure/published-figure.entity";
import { defineFileKind } from "../../file-kind.js";
import { day } from "../../values/days.js";
import { decimal } from "../../values/numbers.js";
import { id, text, unitId } from "../../values/text.js";

export const publishedFigures = defineFileKind<PublishedFigureEntity>({
  name: "published-figures",
  description: "Figures as official reports or the press published them, each with its source.",
  entity: PublishedFigureEntity,
  key: ["id"],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable: F14." },
    {
      name: "unit_id",
      property: "unitId",
      type: unitId,
      isOptional: true,
      refersTo: { entity: AdministrativeUnitEntity, by: "id", noun: "unit" },
      description: "The unit that it is about: 27@0, or 24@2025-07-01. Blank: the whole country.",
    },
    { name: "program", property: "program", type: text(120), description: "The program or field." },
    { name: "indicator", property: "indicator", type: text(160), description: "What was measured." },
    { name: "period", property: "period", type: text(60), description: "As published: 2022-2024." },
    {
      name: "as_of",
      property: "asOf",
      type: day,
      isOptional: true,
      description: "The day at which it stood. Blank: not given.",
    },
    {
      name: "value",
      property: "value",
      type: decimal(3, -1e15, 1e15),
      description: "As published, in the unit.",
    },
    { name: "unit", property: "unit", type: text(60), description: "What it counts: households, VND." },
    {
      name: "qualifier",
      property: "qualifier",
      type: text(200),
      isOptional: true,
      description: "How exact it is said to be: more than, about. Blank: exact.",
    },
    {
      name: "standard",
      property: "standard",
      type: text(120),
      isOptional: true,
      description: "The poverty standard that the source names. Blank: none.",
    },
    { name: "source", property: "source", type: text(200), description: "Where it was published." },
  ],
});
