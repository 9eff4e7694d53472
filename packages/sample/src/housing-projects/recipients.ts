import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { HousingSupportProgram } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import type { SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import type { Area } from "./areas.js";
import type { SupportPlan } from "./support-plans.js";

/** Whether a household is poor, near-poor or newly escaped in a year, or was at the end of the year before. */
function isNeedyIn(classAt: SampleHousehold["classAt"], year: number): boolean {
  const classes: Readonly<Record<number, string | undefined>> = classAt;
  return [classes[year - 1], classes[year]].some(
    (found) => found === "POOR" || found === "NEAR_POOR" || found === "NEWLY_ESCAPED",
  );
}

/** The years, of those from the first day's to the last day's, in which a household is in need. */
export function needyYears(
  { classAt }: SampleHousehold,
  [from, to]: readonly [from: string, to: string],
): number[] {
  const first = yearOf(from);
  const years = Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
  return years.filter((year) => isNeedyIn(classAt, year));
}

/**
 * Who gets a housing support: a meritorious family (`families` holds their ids) or a household in need,
 * nobody twice from one program, and from two programs only where there are too few others.
 */
export class RecipientRegister {
  readonly #byArea = new Map<Area, readonly SampleHousehold[]>();
  readonly #byProgram = new Map<HousingSupportProgram, Set<SampleHousehold>>();
  readonly #supported = new Set<SampleHousehold>();

  constructor(
    private readonly households: readonly SampleHousehold[],
    private readonly families: ReadonlySet<string>,
    private readonly random: Random,
  ) {}

  /** As many households of the plan's area as it has supports. Throws when the population has too few. */
  choose(plan: SupportPlan): SampleHousehold[] {
    const taken = this.#byProgram.get(plan.program) ?? new Set();
    this.#byProgram.set(plan.program, taken);
    const ranked: SampleHousehold[][] = [[], [], [], []];
    for (const household of this.#householdsIn(plan.area)) {
      if (!taken.has(household)) ranked[this.#rank(plan, household)]?.push(household);
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

  /** 0 comes first: those whom the program is for and whom no other program supported. */
  #rank({ program, completed }: SupportPlan, household: SampleHousehold): number {
    const isMeant =
      program === "MERITORIOUS_HOUSING"
        ? this.families.has(household.id)
        : needyYears(household, completed ?? ["2025-01-01", "2025-12-31"]).length > 0;
    return (isMeant ? 0 : 1) + (this.#supported.has(household) ? 2 : 0);
  }
}
