import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { ResponsibleAgencyEntity } from "./responsible-agency.entity.js";

/** The one key of `agencyList`. */
export const allAgencies = "all";

/** Every agency on record: a handful of rows, read once for all days of a request. */
export const agencyList = defineLoader(async (keys, context) => {
  const agencies = await context.read(ResponsibleAgencyEntity, "agency").getMany();
  return keys.map(() => agencies);
});
