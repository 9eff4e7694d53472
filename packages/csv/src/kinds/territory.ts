import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { defineFileKind } from "../file-kind.js";
import { id, unitId } from "../values/text.js";

/** Every department has this kind: each keeps its own copy of the territory. */
export const territory = defineFileKind<TerritoryEntity>({
  name: "territory",
  description:
    "Which localities make up which administrative unit. A locality is land that no boundary has crossed: what a commune until 2025-06-30 and one since then have in common. Needed before anything is placed.",
  entity: TerritoryEntity,
  key: ["unitId", "localityId"],
  columns: [
    {
      name: "unit_id",
      property: "unitId",
      type: unitId,
      description: "The unit: 24@2025-07-01, or 27@0 for one older than the records.",
    },
    {
      name: "locality_id",
      property: "localityId",
      type: id,
      description: "Opaque and stable.",
    },
  ],
});
