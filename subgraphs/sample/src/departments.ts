import { TerritoryEntity } from "@an-sinh/kit/territory/territory.entity";
import type { Population } from "./population/population.js";
import type { SampleTable } from "./sample-table.js";

/**
 * The rows of each department, in the order in which they are loaded. They are imported when they are
 * needed only: a start that finds the sample loaded must not wait for them.
 */
const tables = {
  households: async (population: Population) =>
    (await import("./households/tables.js")).householdsTables(population),
  "housing-projects": async (population: Population) =>
    (await import("./housing-projects/tables.js")).housingProjectsTables(population),
  "credit-programs": async (population: Population) =>
    (await import("./credit-programs/tables.js")).creditProgramsTables(population),
  "meritorious-service": async (population: Population) =>
    (await import("./meritorious-service/tables.js")).meritoriousServiceTables(population),
};

export type Department = keyof typeof tables;

export const departments = Object.keys(tables) as readonly Department[];

export const isDepartment = (name: string): name is Department => Object.hasOwn(tables, name);

/** What was made for a population is kept with it: making the tables may take a second. */
const made = new WeakMap<Population, Map<Department, Promise<SampleTable[]>>>();

/** A department's tables, its copy of the territory first. */
export function tablesOf(department: Department, population: Population): Promise<SampleTable[]> {
  const ofPopulation = made.get(population) ?? new Map<Department, Promise<SampleTable[]>>();
  made.set(population, ofPopulation);
  const wanted = ofPopulation.get(department) ?? makeTables(department, population);
  ofPopulation.set(department, wanted);
  return wanted;
}

async function makeTables(department: Department, population: Population): Promise<SampleTable[]> {
  const { territory } = population.geography;
  return [
    { entity: TerritoryEntity, rows: () => territory, expectedRows: territory.length },
    ...(await tables[department](population)),
  ];
}
