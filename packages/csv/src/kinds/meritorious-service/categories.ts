import { MeritoriousCategoryEntity } from "@an-sinh/meritorious-service/meritorious-category/meritorious-category.entity";
import { defineFileKind } from "../../file-kind.js";
import { yesNo } from "../../values/choices.js";
import { integer } from "../../values/numbers.js";
import { id, text } from "../../values/text.js";

export const categories = defineFileKind<MeritoriousCategoryEntity>({
  name: "categories",
  description: "The categories of Ordinance 02/2020/UBTVQH14.",
  entity: MeritoriousCategoryEntity,
  key: ["id"],
  unique: [{ properties: ["code"], column: "code" }],
  columns: [
    { name: "id", property: "id", type: id, description: "Opaque and stable." },
    { name: "code", property: "code", type: id, description: "Unique, in capitals: WAR_INVALID." },
    { name: "name", property: "name", type: text(160), description: "In Vietnamese." },
    { name: "english_name", property: "englishName", type: text(160), description: "In English." },
    {
      name: "legal_basis",
      property: "legalBasis",
      type: text(200),
      description: "The article, clause and point that name it.",
    },
    {
      name: "position",
      property: "position",
      type: integer(1, 1_000),
      description: "The place in the ordinance's list, from 1.",
    },
    { name: "is_relative", property: "isRelative", type: yesNo, description: "Whether it is for relatives." },
  ],
});
