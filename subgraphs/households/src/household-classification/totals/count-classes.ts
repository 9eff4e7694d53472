import type { HouseholdClassificationEntity } from "../household-classification.entity.js";
import type { ClassTotalEntity } from "./class-total.entity.js";
import type { StandardCatalog } from "./compared-standards.js";
import { countedYears } from "./counted-years.js";

type Sums = Omit<ClassTotalEntity, "unitId" | "standardId" | "year">;

/** Adds 1 in the first year at whose end a class counts, and takes it off in the year after the last. */
export function countClasses(
  rows: readonly HouseholdClassificationEntity[],
  add: (addition: Partial<ClassTotalEntity>) => void,
  { standards }: StandardCatalog,
): void {
  for (const row of rows) {
    const { standardId, class: kind } = row;
    const standard = standards.get(standardId);
    if (kind === "AVERAGE" || kind === "ABOVE_AVERAGE" || !standard) continue;
    const years = countedYears(row, standard);
    if (!years) continue;
    add({ standardId, year: years.from, ...sumsOf(row, 1) });
    if (years.to !== null) add({ standardId, year: years.to + 1, ...sumsOf(row, -1) });
  }
}

function sumsOf({ class: kind, isMinority }: HouseholdClassificationEntity, one: 1 | -1): Partial<Sums> {
  switch (kind) {
    case "POOR":
      return { poor: one, minorityPoor: isMinority ? one : 0 };
    case "NEAR_POOR":
      return { nearPoor: one, minorityNearPoor: isMinority ? one : 0 };
    default:
      return { newlyEscaped: one };
  }
}
