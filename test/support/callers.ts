import { roles } from "@an-sinh/deployment/sign-in/roles";
import { anonymous, type Caller } from "@an-sinh/server/caller";

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

/** An official of a role, in these administrative units. The public is nobody who signed in. */
export function callerOf(role: string, ...areas: readonly string[]): Caller {
  const known = roles.find(({ name }) => name === role);
  if (!known) throw new Error(`Expected a role, but got: ${role}`);
  return role === "public" ? anonymous : { subject: role, agency: null, scopes: known.scopes, areas };
}
