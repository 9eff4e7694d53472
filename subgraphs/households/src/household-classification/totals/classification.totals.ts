import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { PovertyStandardEntity } from "../../poverty-standard/poverty-standard.entity.js";
import { HouseholdClassificationEntity } from "../household-classification.entity.js";
import { ClassChangeTotalEntity } from "./class-change-total.entity.js";
import { ClassTotalEntity } from "./class-total.entity.js";
import { readStandardCatalog, type StandardCatalog } from "./compared-standards.js";
import { countClassChanges } from "./count-class-changes.js";
import { countClasses } from "./count-classes.js";

const common = {
  counted: HouseholdClassificationEntity,
  places: byUnit,
  subject: "householdId",
  catalog: { dependsOn: [PovertyStandardEntity], read: readStandardCatalog },
  version: 1,
} as const;

/** What the poverty statistics read. Both count all classes of a household together. */
export const classificationTotals = [
  defineTotals<HouseholdClassificationEntity, ClassTotalEntity, StandardCatalog>({
    ...common,
    entity: ClassTotalEntity,
    count: countClasses,
  }),
  defineTotals<HouseholdClassificationEntity, ClassChangeTotalEntity, StandardCatalog>({
    ...common,
    entity: ClassChangeTotalEntity,
    count: countClassChanges,
  }),
];
