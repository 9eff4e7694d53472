import { createRandom, type Random } from "@an-sinh/sample/population/random";

/** A province with its communes and districts, of today and before, whose boundaries cross each other. */
export interface GeneratedProvince {
  readonly localityIds: readonly string[];
  /** The localities of each unit. */
  readonly units: Readonly<Record<string, readonly string[]>>;
}

/** Provinces that have no locality in common. They are the same in every run. */
export function generateProvinces(count: number): readonly GeneratedProvince[] {
  const random = createRandom(5, "provinces");
  return Array.from({ length: count }, (_, index) => generateProvince(`p${index}`, random));
}

/** The localities of each unit of all provinces. */
export const unitsOf = (provinces: readonly GeneratedProvince[]): GeneratedProvince["units"] =>
  Object.fromEntries(provinces.flatMap(({ units }) => Object.entries(units)));

function generateProvince(name: string, random: Random): GeneratedProvince {
  const localityIds = Array.from({ length: random.between(3, 8) }, (_, index) => `${name} l${index}`);
  const units: Record<string, string[]> = {};
  const add = (unit: string, localityId: string) => (units[`${name} ${unit}`] ??= []).push(localityId);
  for (const localityId of localityIds) {
    const oldCommune = random.between(0, 4);
    add("province", localityId);
    add(`commune ${random.between(0, 3)}`, localityId);
    add(`old commune ${oldCommune}`, localityId);
    add(`district ${oldCommune % 3}`, localityId);
    add(`old province ${(oldCommune % 3) % 2}`, localityId);
  }
  return { localityIds, units };
}

/** How many of something there are in a place: none, few or some. */
export const fewOrMany = (random: Random): number =>
  random.pick([0, 0, 0, random.between(1, 4), random.between(5, 9)]);
