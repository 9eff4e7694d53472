/** Kinds of data that a caller may read. */
export type Scope =
  | "households:read"
  | "persons:read"
  | "persons:identify"
  | "credit:read"
  | "housing:read"
  | "meritorious:read"
  | "audit:read";

const people: readonly Scope[] = ["households:read", "persons:read"];
const commune: readonly Scope[] = [...people, "housing:read", "meritorious:read"];

/** Who asks, by what they may read. An official sees only rows of the areas of the token. */
export const roles: Readonly<Record<string, readonly Scope[]>> = {
  public: [],
  "commune-officer": commune,
  "province-officer": [...commune, "persons:identify", "credit:read"],
  "credit-officer": ["households:read", "credit:read"],
  "meritorious-officer": [...people, "meritorious:read"],
  auditor: ["audit:read"],
};
