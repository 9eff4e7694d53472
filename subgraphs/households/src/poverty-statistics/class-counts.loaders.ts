import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { ofManyUnits } from "@an-sinh/territory/small-cells/of-many-units";
import { ClassTotalEntity } from "../household-classification/totals/class-total.entity.js";

/** How many households have each class. */
type ClassCounts = Omit<ClassTotalEntity, "unitId" | "standardId" | "year">;

type Change = Omit<ClassTotalEntity, "unitId">;

/** How the numbers of households in each class change from year to year, for all standards. */
export const classTotals = defineLoader<readonly Change[]>(async (unitIds, context) => {
  const rows = await ofManyUnits(context, unitIds, context.statistics(ClassTotalEntity, "total"))
    .select("total.unitId", "unitId")
    .addSelect("total.standardId", "standardId")
    .addSelect("total.year", "year")
    .addSelect("total.poor", "poor")
    .addSelect("total.nearPoor", "nearPoor")
    .addSelect("total.newlyEscaped", "newlyEscaped")
    .addSelect("total.minorityPoor", "minorityPoor")
    .addSelect("total.minorityNearPoor", "minorityNearPoor")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .getRawMany<ClassTotalEntity>();
  return groupByKey(unitIds, rows, ({ unitId }) => unitId);
});

/** How many households have each class at the end of a year under a standard. */
export function countsAt(changes: readonly Change[], standardId: string, year: number): ClassCounts {
  const upToYear = changes.filter((change) => change.standardId === standardId && change.year <= year);
  const sum = (column: keyof ClassCounts) => upToYear.reduce((total, change) => total + change[column], 0);
  return {
    poor: sum("poor"),
    nearPoor: sum("nearPoor"),
    newlyEscaped: sum("newlyEscaped"),
    minorityPoor: sum("minorityPoor"),
    minorityNearPoor: sum("minorityNearPoor"),
  };
}
