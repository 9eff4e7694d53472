import type { DatabaseLocation } from "@an-sinh/kit/database/database-url";
import type { Dialect } from "@an-sinh/kit/database/database";

/** Where the sample data was loaded for the whole test run, by department. */
export type PreparedLocations = readonly (readonly [string, DatabaseLocation])[];

declare module "vitest" {
  interface ProvidedContext {
    locations: Partial<Record<Dialect, PreparedLocations>>;
    mysqlUrl: string | null;
  }
}
