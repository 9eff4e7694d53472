import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { ClassChangeTotalEntity } from "../household-classification/totals/class-change-total.entity.js";

/** A year of a unit, and under which standards the ends of this year and of the year before are compared. */
export type ComparedYear = Pick<
  ClassChangeTotalEntity,
  "unitId" | "year" | "standardId" | "previousStandardId"
>;

/** How many households changed their class. */
export type ClassChanges = Omit<ClassChangeTotalEntity, keyof ComparedYear>;

const keyOf = ({ unitId, year, standardId, previousStandardId }: ComparedYear): string =>
  [unitId, year, standardId, previousStandardId].join(" ");

const none: ClassChanges = { escaped: 0, noLongerPoor: 0, fell: 0, relapsed: 0, relapsedUnderStandard: 0 };

export const classChanges = defineLoader<ComparedYear, ClassChanges>(async (keys, context) => {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const rows = await ofManyUnits(context, unitIds, context.statistics(ClassChangeTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.year", "year")
    .addSelect("total.standardId", "standardId")
    .addSelect("total.previousStandardId", "previousStandardId")
    .addSelect("total.escaped", "escaped")
    .addSelect("total.noLongerPoor", "noLongerPoor")
    .addSelect("total.fell", "fell")
    .addSelect("total.relapsed", "relapsed")
    .addSelect("total.relapsedUnderStandard", "relapsedUnderStandard")
    .where("total.unitId IN (:...unitIds) AND total.year IN (:...years)", {
      unitIds,
      years: [...new Set(keys.map(({ year }) => year))],
    })
    .getRawMany<ClassChangeTotalEntity>();
  return indexByKey(keys.map(keyOf), rows, keyOf).map((row) => row ?? none);
}, keyOf);
