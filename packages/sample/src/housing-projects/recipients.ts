import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import type { HousingSupportProgram } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import { firstDayOf, lastDayOf, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { MeritoriousHouseholds } from "../meritorious-people/meritorious-households.js";
import { classAtEndOf, isPoorOrNearPoor } from "../population/class-of-year.js";
import type { SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { Area } from "./areas.js";
import type { SupportPlan } from "./support-plans.js";

/** Whether a household was poor, near-poor or newly escaped at the end of a year or of the year before. */
const isPossibleIn = (household: SampleHousehold, year: number): boolean =>
  isSupported(classAtEndOf(household, year - 1)) || isSupported(classAtEndOf(household, year));

const isSupported = (found: HouseholdClass | undefined): boolean =>
  isPoorOrNearPoor(found) || found === "NEWLY_ESCAPED";

/** The years of a period in which a household may get housing support for its class. */
export function supportYears(
  household: SampleHousehold,
  [from, to]: readonly [from: string, to: string],
): number[] {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
  return years.filter((year) => isPossibleIn(household, year));
}

/**
 * Chooses the households that get housing support. A household gets support from a program once, and from a second
 * program only where there are too few others.
 */
export class RecipientRegister {
  readonly #byArea = new Map<Area, readonly SampleHousehold[]>();
  readonly #byProgram = new Map<HousingSupportProgram, Set<SampleHousehold>>();
  readonly #supported = new Set<SampleHousehold>();

  constructor(
    private readonly households: readonly SampleHousehold[],
    private readonly meritorious: MeritoriousHouseholds,
    private readonly random: Random,
  ) {}

  /** As many households in the plan's area as the plan has supports. Throws where there are too few. */
  choose(plan: SupportPlan): SampleHousehold[] {
    const taken = this.#byProgram.get(plan.program) ?? new Set();
    this.#byProgram.set(plan.program, taken);
    const ranked: SampleHousehold[][] = [[], [], [], []];
    for (const household of this.#householdsIn(plan.area)) {
      if (!taken.has(household)) ranked[this.#rank(plan, household)]?.push(household);
      if (ranked[0]?.length === plan.supports) break;
    }
    const chosen = ranked.flat().slice(0, plan.supports);
    if (chosen.length < plan.supports) {
      throw new RangeError(
        `${plan.program} ${plan.kind}: expected ${plan.supports} households, but got: ${chosen.length}.`,
      );
    }
    for (const household of chosen) {
      taken.add(household);
      this.#supported.add(household);
    }
    return chosen;
  }

  #householdsIn(area: Area): readonly SampleHousehold[] {
    const known = this.#byArea.get(area);
    if (known) return known;
    const found = this.random.shuffle(this.households.filter(({ locality }) => area(locality)));
    this.#byArea.set(area, found);
    return found;
  }

  /** From 0, the first: the program is for the household, and no other program supported it. */
  #rank({ program, completed }: SupportPlan, household: SampleHousehold): number {
    const isEligible =
      program === "MERITORIOUS_HOUSING"
        ? this.meritorious.has(household.id)
        : supportYears(household, completed ?? [firstDayOf(2025), lastDayOf(2025)]).length > 0;
    return (isEligible ? 0 : 1) + (this.#supported.has(household) ? 2 : 0);
  }
}
