import type { DatabaseLocations } from "./databases.js";

/** What a thread that loads the sample is given. */
export interface ThreadTask {
  /** The databases of the departments to load. Their migrations have been run, and they are empty. */
  readonly locations: DatabaseLocations;
  readonly scale: number;
}

/** What a thread that loads the sample tells. */
export type ThreadMessage =
  | { readonly kind: "begin"; readonly rows: number }
  | { readonly kind: "progress"; readonly rows: number; readonly department: string }
  | { readonly kind: "loaded"; readonly department: string; readonly rows: number; readonly seconds: number }
  | { readonly kind: "failed"; readonly message: string; readonly cause: string | undefined };
