/** What a token of a developer may stand for. */
export interface Role {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Whether it sees the rows of units, which the token has to name. */
  readonly hasAreas: boolean;
}

const commune = ["households:read", "persons:read", "housing:read", "meritorious:read"];

export const roles: readonly Role[] = [
  { name: "public", scopes: [], hasAreas: false },
  { name: "commune-officer", scopes: commune, hasAreas: true },
  { name: "province-officer", scopes: [...commune, "persons:identify", "credit:read"], hasAreas: true },
  { name: "credit-officer", scopes: ["households:read", "credit:read"], hasAreas: true },
  {
    name: "meritorious-officer",
    scopes: ["households:read", "persons:read", "meritorious:read"],
    hasAreas: true,
  },
  { name: "auditor", scopes: ["audit:read"], hasAreas: false },
];

/** The scopes of each role. */
export const roleScopes = roles.map(({ scopes }) => scopes);

/** As WARM_SCOPES takes them. */
export const writeScopes = (sets: readonly (readonly string[])[]): string =>
  sets.map((scopes) => scopes.join(" ")).join(",");
