import { openDatabases, sampleTargets, sqliteLocations, type Databases } from "@an-sinh/deployment/databases";
import { prepareSample } from "@an-sinh/sample/prepare-sample";

/** Opens the SQLite files of the sample in a folder, and loads the sample into those that are empty. */
export async function openSample(
  folder: string,
  options: { readonly scale: number; readonly signal: AbortSignal },
  onStatement?: () => void,
): Promise<Databases> {
  const databases = await openDatabases(sqliteLocations(folder), onStatement);
  await prepareSample(sampleTargets(databases), options);
  return databases;
}
