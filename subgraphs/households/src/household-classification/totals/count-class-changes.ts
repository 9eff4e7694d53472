import type { HouseholdClass } from "../../poverty-standard/household-class.js";
import { yearEnd } from "../../poverty-standard/applicable-standards.js";
import type { HouseholdClassificationEntity } from "../household-classification.entity.js";
import type { ClassChangeTotalEntity } from "./class-change-total.entity.js";
import type { ComparedStandards, StandardCatalog } from "./compared-standards.js";
import { countedYears, isCountedIn, type CountedYears } from "./counted-years.js";

type Classification = HouseholdClassificationEntity;

/** A class, and the years at whose end it counts. */
interface Counted {
  readonly row: Classification;
  readonly years: CountedYears;
}

/** Compares the classes of one household at the ends of consecutive years. */
export function countClassChanges(
  rows: readonly Classification[],
  add: (addition: Partial<ClassChangeTotalEntity>) => void,
  { standards, yearsOfChange, comparedAt }: StandardCatalog,
): void {
  const [first] = rows;
  if (!first) return;
  const counted = rows.flatMap((row): Counted[] => {
    const standard = standards.get(row.standardId);
    const years = standard ? countedYears(row, standard) : null;
    return years ? [{ row, years }] : [];
  });
  // Under one standard, the class of a household changes only where one of its classes begins or ends.
  const changing = counted.flatMap(({ years: { from, to } }) => (to === null ? [from] : [from, to + 1]));
  for (const year of new Set([...changing, ...yearsOfChange]))
    for (const compared of comparedAt(first.localityId, year)) {
      const sums = changesIn(rows, counted, year, compared);
      if (sums)
        add({ year, standardId: compared.standard.id, previousStandardId: compared.previous.id, ...sums });
    }
}

/** Null: nothing changed. */
function changesIn(
  rows: readonly Classification[],
  counted: readonly Counted[],
  year: number,
  { standard, previous }: ComparedStandards,
): Partial<ClassChangeTotalEntity> | null {
  const now = classesAt(counted, year, standard.id);
  const before = classesAt(counted, year - 1, previous.id);
  const poorBefore = count(before, "POOR");
  const poorNow = count(now, "POOR");
  const wasOnList = poorBefore > 0 || before.includes("NEAR_POOR");
  const escaped = wasOnList ? count(now, "NEWLY_ESCAPED") : 0;
  const noLongerPoor = poorNow === 0 ? poorBefore : 0;
  const fell = poorBefore === 0 ? poorNow : 0;
  if (escaped + noLongerPoor + fell === 0) return null;
  const end = yearEnd(year - 1, previous);
  const poorEarlier = rows.filter(({ class: kind, since }) => kind === "POOR" && since <= end);
  return {
    escaped,
    noLongerPoor,
    fell,
    relapsed: poorEarlier.some(({ isReporting }) => isReporting) ? fell : 0,
    relapsedUnderStandard: poorEarlier.some(({ standardId }) => standardId === standard.id) ? fell : 0,
  };
}

/** A household has one class under a standard, or none; two where a review under two standards was held in advance. */
const classesAt = (counted: readonly Counted[], year: number, standardId: string): HouseholdClass[] =>
  counted
    .filter(({ row, years }) => row.standardId === standardId && isCountedIn(year, years))
    .map(({ row }) => row.class);

const count = (classes: readonly HouseholdClass[], wanted: HouseholdClass): number =>
  classes.filter((kind) => kind === wanted).length;
