import { AdministrativeLevel } from "@an-sinh/households/administrative-unit/administrative-level";
import { AdministrativeUnitEntity } from "@an-sinh/households/administrative-unit/administrative-unit.entity";
import { AdministrativeUnitSuccessionEntity } from "@an-sinh/households/administrative-unit/administrative-unit-succession.entity";
import { findUnitMisfits } from "@an-sinh/households/administrative-unit/unit-tree";
import { searchedText } from "@an-sinh/subgraph-kit/searched-text";
import { unitIdOf } from "@an-sinh/territory/unit-id";
import { defineFileKind, type Reference } from "../../file-kind.js";
import { choice } from "../../values/choices.js";
import { day } from "../../values/days.js";
import { unitIds } from "../../values/list.js";
import { code, text, unitId } from "../../values/text.js";

const unitReference: Reference = { entity: AdministrativeUnitEntity, by: "id", noun: "unit" };

export const administrativeUnits = defineFileKind<AdministrativeUnitEntity>({
  name: "administrative-units",
  description:
    "Provinces, districts and communes as they were between two days. A unit stands below the one that it lies in.",
  entity: AdministrativeUnitEntity,
  key: ["id"],
  period: ["validFrom", "validTo"],
  parts: ["level = 'PROVINCE'", "level = 'DISTRICT'", "level = 'COMMUNE'"],
  columns: [
    {
      name: "code",
      property: "code",
      type: code(/^\d{2}(\d|\d{3})?$/, "an official code of two, three or five digits"),
      description:
        "The official code. Together with valid_from it stands for the unit: codes are used again.",
    },
    {
      name: "valid_from",
      property: "validFrom",
      type: day,
      isOptional: true,
      description: "The first day of validity. Blank: before the records begin.",
    },
    {
      name: "valid_to",
      property: "validTo",
      type: day,
      isOptional: true,
      description: "The last day of validity. Blank: still valid.",
    },
    { name: "name", property: "name", type: text(120), description: "The full name with its kind." },
    {
      name: "parent_id",
      property: "parentId",
      type: unitId,
      isOptional: true,
      refersTo: unitReference,
      description:
        "The unit that it lies in, by code and first day: 24@2025-07-01, or 24@0 where that day is not on record. Blank: a province.",
    },
    {
      name: "province_id",
      type: unitId,
      isOptional: true,
      refersTo: unitReference,
      description: "The province that it lies in, as parent_id. Blank: it is one itself.",
    },
    {
      name: "successor_ids",
      type: unitIds,
      isOptional: true,
      description: "The units that got its land when it was closed, as parent_id, with spaces between them.",
    },
    {
      name: "level",
      property: "level",
      type: choice(AdministrativeLevel),
      description: "What it is.",
    },
  ],
  derive: ({ code: unitCode, validFrom, name }, cells) => {
    const id = unitIdOf(String(unitCode), validFrom ? String(validFrom) : null);
    return { id, provinceId: cells["province_id"] ?? id, searchedName: searchedText(String(name)) };
  },
  toCells: (unit) => ({
    province_id: unit["provinceId"] === unit["id"] ? null : (unit["provinceId"] ?? null),
  }),
  validate: ({ level, parentId }, cells) => {
    const isProvince = level === "PROVINCE";
    if (isProvince !== (parentId === null))
      return { column: "parent_id", expected: "a blank for a province, and a unit for all others" };
    return isProvince !== (cells["province_id"] === null)
      ? { column: "province_id", expected: "a blank for a province, and a unit for all others" }
      : null;
  },
  findMisfits: async (manager) =>
    (await findUnitMisfits(manager)).map(({ property, unitId: id, parentId, expected }) => ({
      row: { id },
      other: { id: parentId },
      column: property === "parentId" ? "parent_id" : "province_id",
      expected,
    })),
  details: {
    entity: AdministrativeUnitSuccessionEntity,
    ownerProperty: "predecessorId",
    fromCells: (cells, predecessorId) =>
      String(cells["successor_ids"] ?? "")
        .split(" ")
        .filter((successorId) => successorId !== "")
        .map((successorId) => ({ predecessorId, successorId })),
    toCells: (successions) => ({
      successor_ids:
        successions
          .map(({ successorId }) => String(successorId))
          .toSorted()
          .join(" ") || null,
    }),
  },
});
