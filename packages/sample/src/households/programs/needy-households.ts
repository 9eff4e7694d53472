import { isNeedyIn } from "../../population/class-of-year.js";
import type { SampleHousehold } from "../../population/population.js";

/** A household, and a year in which it was poor or near-poor. */
interface NeedyHousehold {
  readonly household: SampleHousehold;
  readonly year: number;
}

/** Removes the first households that are poor or near-poor in a year from the list. May give fewer than `count`. */
export function takeNeedy(waiting: SampleHousehold[], year: number, count: number): NeedyHousehold[] {
  const taken = new Set(waiting.filter((household) => isNeedyIn(household, year)).slice(0, count));
  const others = waiting.filter((household) => !taken.has(household));
  waiting.splice(0, waiting.length, ...others);
  return [...taken].map((household) => ({ household, year }));
}
