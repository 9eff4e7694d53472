import type { Caller } from "@an-sinh/server/caller";

/** May see everything in the whole country. */
export const official: Caller = {
  subject: "official",
  agency: "Ministry",
  scopes: [
    "households:read",
    "persons:read",
    "persons:identify",
    "credit:read",
    "housing:read",
    "meritorious:read",
    "audit:read",
  ],
  areas: ["VN"],
};

/** An official with all scopes who may see what lies in these administrative units. */
export const officialOf = (...areas: readonly string[]): Caller => ({ ...official, areas });
