import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { ResponsibleAgencyEntity } from "./responsible-agency.entity.js";
import { listAgencies } from "./responsible-agency.loaders.js";

/** How the schema describes a field that names the agency: `when` continues "was responsible …". */
export const agencyField = (when: string) => ({
  nullable: true,
  description: `The agency that was responsible ${when}. Null: none is on record for that day.`,
});

/** The agency responsible for meritorious service on a day. Null: the day is before the first agency on record. */
export async function findAgency(
  context: RequestContext,
  on: string,
): Promise<ResponsibleAgencyEntity | null> {
  const agencies = await listAgencies(context);
  return agencies.find((agency) => isInForce(agency, on)) ?? null;
}
