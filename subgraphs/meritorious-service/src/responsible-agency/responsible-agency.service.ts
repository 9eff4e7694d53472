import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { ResponsibleAgencyEntity } from "./responsible-agency.entity.js";
import { agencyList, allAgencies } from "./responsible-agency.loaders.js";

/** What every field that names the agency says of itself. */
export const agencyField = (when: string) => ({
  nullable: true,
  description: `The agency that was responsible ${when}. Null: none is on record for that day.`,
});

/** The agency responsible for meritorious service on a day; null on a day before the first on record. */
export async function findAgency(
  context: RequestContext,
  on: string,
): Promise<ResponsibleAgencyEntity | null> {
  const agencies = await context.load(agencyList, allAgencies);
  const agency = agencies.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === null || validTo >= on),
  );
  return agency ?? null;
}
