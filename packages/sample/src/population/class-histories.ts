import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { registerYears, type SampleHousehold } from "./population.js";
import type { UnitYear } from "./poverty-plan.js";
import type { Random } from "./random.js";

/** A household's class at the end of each year on the poverty register. */
type ClassHistory = SampleHousehold["classAt"];

/** A household's classes in the order of `registerYears`. Undefined: not on the poverty register. */
type YearlyClasses = (HouseholdClass | undefined)[];

/** Decision 28/2015/QD-TTg: a household is newly escaped for 36 months, which are three yearly reviews. */
const reviewsAsNewlyEscaped = 3;

/** The households of a locality that are on the poverty register at the end of a year, by class. */
interface Register {
  readonly poor: YearlyClasses[];
  readonly nearPoor: YearlyClasses[];
  readonly escaped: YearlyClasses[];
}

/**
 * Draws the households of one locality. Exactly the planned numbers are poor and near-poor at the end of each year.
 * Most households keep their class, some escape, few fall back, and new ones enter where there are too few.
 */
export function drawClassHistories(years: readonly UnitYear[], random: Random): ClassHistory[] {
  const households: YearlyClasses[] = [];
  const enter = (): YearlyClasses => {
    const classes: YearlyClasses = registerYears.map(() => undefined);
    households.push(classes);
    return classes;
  };
  let register: Register = { poor: [], nearPoor: [], escaped: [] };
  years.forEach((target, year) => {
    register = nextRegister(register, target, random, enter);
    for (const classes of register.poor) classes[year] = "POOR";
    for (const classes of register.nearPoor) classes[year] = "NEAR_POOR";
    for (const classes of register.escaped) classes[year] = "NEWLY_ESCAPED";
    const escaped = register.escaped.filter((classes) => !leavesRegister(classes, year, random));
    register = { ...register, escaped };
  });
  return households.map(toHistory);
}

function nextRegister(
  before: Register,
  target: UnitYear,
  random: Random,
  enter: () => YearlyClasses,
): Register {
  const poorBefore = random.shuffle(before.poor);
  const nearPoorBefore = random.shuffle(before.nearPoor);
  const escapedBefore = random.shuffle(before.escaped);
  const fallingBack = () => (random.chance(0.12) ? escapedBefore.pop() : undefined);

  const poor = poorBefore.splice(0, Math.min(target.poor, Math.ceil(poorBefore.length * 0.93)));
  while (poor.length < target.poor) {
    poor.push((random.chance(0.6) ? nearPoorBefore.pop() : undefined) ?? fallingBack() ?? enter());
  }
  const nearPoor = poorBefore.splice(0, Math.min(target.nearPoor, Math.floor(poorBefore.length * 0.45)));
  nearPoor.push(...nearPoorBefore.splice(0, target.nearPoor - nearPoor.length));
  while (nearPoor.length < target.nearPoor) {
    nearPoor.push(poorBefore.pop() ?? fallingBack() ?? enter());
  }
  return { poor, nearPoor, escaped: [...escapedBefore, ...poorBefore, ...nearPoorBefore] };
}

/** Whether the 36 months of a household end before the next review. Some households are then reviewed as average. */
function leavesRegister(classes: YearlyClasses, year: number, random: Random): boolean {
  const recent = classes.slice(Math.max(0, year - reviewsAsNewlyEscaped + 1), year + 1);
  const isOver =
    recent.length === reviewsAsNewlyEscaped && recent.every((found) => found === "NEWLY_ESCAPED");
  if (isOver && year + 1 < classes.length && random.chance(0.3)) classes[year + 1] = "AVERAGE";
  return isOver;
}

/** Draws a household that was never poor. Some of these were reviewed at their own request. */
export function drawHistoryWithoutPoverty(random: Random): ClassHistory {
  const classes: YearlyClasses = registerYears.map(() => undefined);
  if (random.chance(0.55)) {
    const first = random.between(0, classes.length - 1);
    classes.fill(random.chance(0.75) ? "AVERAGE" : "ABOVE_AVERAGE", first, first + random.between(1, 3));
  }
  return toHistory(classes);
}

/** By the classes in text form. Many households have equal histories; they share one object to save memory. */
const histories = new Map<string, ClassHistory>();

function toHistory(classes: YearlyClasses): ClassHistory {
  const key = classes.join();
  const shared = histories.get(key);
  if (shared) return shared;
  const entries = registerYears.flatMap((year, index) => (classes[index] ? [[year, classes[index]]] : []));
  const history = Object.freeze(Object.fromEntries(entries)) as ClassHistory;
  histories.set(key, history);
  return history;
}
