import type { LoadDepartments } from "@an-sinh/sample/load-departments";
import { prepareSample } from "@an-sinh/sample/prepare-sample";
import type { Logger } from "@an-sinh/server/logger";
import {
  closeDatabases,
  openDatabases,
  sampleTargets,
  type DatabaseLocations,
  type Databases,
} from "./databases.js";
import { threadsIfBuilt } from "./sample-threads.js";

/**
 * Opens the databases, loads the sample into those that are empty, and creates something over them, which closes them.
 * Where threads load, it is created meanwhile: creating must not need rows.
 */
export async function withSample<Result>(
  locations: DatabaseLocations,
  create: (databases: Databases) => Promise<Result>,
  logger?: Logger,
): Promise<Result> {
  const databases = await openDatabases(locations, undefined, logger);
  try {
    const inThreads = threadsIfBuilt(locations);
    let created: Promise<Result> | undefined;
    const createMeanwhile =
      (load: LoadDepartments): LoadDepartments =>
      async (...task) => {
        const loaded = load(...task);
        created = create(databases);
        await Promise.all([loaded, created]);
      };
    await prepareSample(sampleTargets(databases), { load: inThreads && createMeanwhile(inThreads) });
    return await (created ?? create(databases));
  } catch (error) {
    await closeDatabases(databases);
    throw error;
  }
}
