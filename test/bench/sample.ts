import { toDatabaseUrl, type DatabaseLocations } from "@an-sinh/deployment/databases";
import { databaseVariable } from "@an-sinh/deployment/env";
import { runProgram } from "./run-program.js";

/** The environment variables that tell a program where the databases are. */
export const databaseSettings = (locations: DatabaseLocations): Record<string, string> =>
  Object.fromEntries(
    [...locations].map(([department, location]) => [databaseVariable(department), toDatabaseUrl(location)]),
  );

/** Loads the sample into those databases that are empty. */
export async function loadSample(
  locations: DatabaseLocations,
  { scale, signal }: { readonly scale: number; readonly signal: AbortSignal },
): Promise<void> {
  const args = ["--scale", String(scale)];
  const settings = databaseSettings(locations);
  await runProgram("packages/deployment/dist/sample.main.js", { args, settings, signal, isShown: true });
}
