import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { updateHouseholdUnits } from "@an-sinh/households/household/household-unit.service";
import { updateClassificationsOfChanged } from "@an-sinh/households/household-classification/household-classification.service";
import { defineFileKind } from "../../file-kind.js";
import { yesNo } from "../../values/choices.js";
import { id, text } from "../../values/text.js";
import { placeColumns } from "../place-columns.js";

export const households = defineFileKind<HouseholdEntity>({
  name: "households",
  description: "Households on the register. Their heads follow from the members.",
  entity: HouseholdEntity,
  key: ["id"],
  unique: [{ properties: ["code"], column: "code" }],
  place: { communeProperty: "communeId" },
  columns: [
    {
      name: "id",
      property: "id",
      type: id,
      description: "Opaque and stable: all departments' files refer to the household by it.",
    },
    {
      name: "code",
      property: "code",
      type: id,
      description: "The register's own code: no two households share it.",
    },
    ...placeColumns,
    {
      name: "hamlet",
      property: "hamlet",
      type: text(120),
      isOptional: true,
      description: "The hamlet, village or street group. Blank: not recorded.",
    },
    {
      name: "ethnic_group",
      property: "ethnicGroup",
      type: text(60),
      isOptional: true,
      description: "The head's, by its name in the official list. Blank: not recorded.",
    },
    {
      name: "livelihood",
      property: "livelihood",
      type: text(60),
      isOptional: true,
      description: "What the household mainly lives on. Blank: not recorded.",
    },
    {
      name: "is_urban",
      property: "isUrban",
      type: yesNo,
      description: "Whether the urban income line of a poverty standard applies.",
    },
  ],
  afterWrite: async (manager, changes) => {
    await updateHouseholdUnits(manager, changes);
    await updateClassificationsOfChanged(manager, changes);
  },
});
