import { recognize } from "../meritorious-service/recognitions.js";
import type { Population } from "../population/population.js";

const known = new WeakMap<Population, ReadonlySet<string>>();

/** The ids of households with a member whose meritorious service is recognized, or who is a relative of one. */
export function meritoriousFamilies(population: Population): ReadonlySet<string> {
  const families = known.get(population) ?? find(population);
  known.set(population, families);
  return families;
}

function find(population: Population): ReadonlySet<string> {
  const people = new Set(recognize(population).map(({ record }) => record.personId));
  const families = population.households.filter(({ members }) => members.some(({ id }) => people.has(id)));
  return new Set(families.map(({ id }) => id));
}
