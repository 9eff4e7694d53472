import { createPopulation } from "@an-sinh/sample/population/create-population";

/** The population of the published sample. Making it takes seconds, so the tests share it. */
export const samplePopulation = createPopulation();
