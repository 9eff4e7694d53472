import type { DatabaseLocation } from "@an-sinh/subgraph-kit/database/database-url";
import type { Dialect } from "@an-sinh/subgraph-kit/database/database";

/** Where the sample data was loaded for the whole test run, by department. */
export type PreparedLocations = readonly (readonly [string, DatabaseLocation])[];

declare module "vitest" {
  interface ProvidedContext {
    locations: Partial<Record<Dialect, PreparedLocations>>;
    /** The settings of a program that asks the sample, by department. */
    settings: Readonly<Record<string, Readonly<Record<string, string>>>>;
    mysqlUrl: string | null;
    /** What the names of this run's databases begin with. Empty on a private server, which has no other databases. */
    mysqlPrefix: string;
  }
}
