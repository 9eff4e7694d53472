import type { HousingSupportProgramme } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import type { SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { yearOf } from "./days.js";
import type { SupportPlan } from "./support-plans.js";

/** The years in which a household is poor, near-poor or newly escaped, or was at the end of the year before. */
export function needyYears(classAt: SampleHousehold["classAt"]): number[] {
  const years = new Set<number>();
  for (const [year, householdClass] of Object.entries(classAt)) {
    if (householdClass === "AVERAGE" || householdClass === "ABOVE_AVERAGE") continue;
    years.add(Number(year)).add(Number(year) + 1);
  }
  return [...years].toSorted((a, b) => a - b);
}

/**
 * Who gets a housing support: a meritorious family (`families` holds their ids) or a household in need,
 * nobody twice from one programme, and from two programmes only where there are too few others.
 */
export class RecipientRegister {
  readonly #byProgramme = new Map<HousingSupportProgramme, Set<string>>();
  readonly #supported = new Set<string>();

  constructor(
    private readonly households: readonly SampleHousehold[],
    private readonly families: ReadonlySet<string>,
    private readonly random: Random,
  ) {}

  /** As many households of the plan's area as it has supports. Throws when the population has too few. */
  choose(plan: SupportPlan): SampleHousehold[] {
    const taken = this.#byProgramme.get(plan.programme) ?? new Set<string>();
    const free = this.households.filter(({ id, locality }) => plan.area(locality) && !taken.has(id));
    const ranked: SampleHousehold[][] = [[], [], [], []];
    for (const household of this.random.shuffle(free)) ranked[this.#rank(plan, household)]?.push(household);
    const chosen = ranked.flat().slice(0, plan.supports);
    if (chosen.length < plan.supports) {
      throw new RangeError(
        `${plan.programme} ${plan.kind}: expected ${plan.supports} households, but got: ${chosen.length}.`,
      );
    }
    for (const { id } of chosen) {
      taken.add(id);
      this.#supported.add(id);
    }
    this.#byProgramme.set(plan.programme, taken);
    return chosen;
  }

  /** 0 comes first: those whom the programme is for and whom no other programme supported. */
  #rank(plan: SupportPlan, household: SampleHousehold): number {
    const isMeant =
      plan.programme === "MERITORIOUS_HOUSING" ? this.families.has(household.id) : wasNeedy(plan, household);
    return (isMeant ? 0 : 1) + (this.#supported.has(household.id) ? 2 : 0);
  }
}

function wasNeedy({ completed }: SupportPlan, { classAt }: SampleHousehold): boolean {
  const [from, to] = completed ?? ["2025-01-01", "2025-12-31"];
  return needyYears(classAt).some((year) => year >= yearOf(from) && year <= yearOf(to));
}
