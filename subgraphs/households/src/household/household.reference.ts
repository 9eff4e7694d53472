import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { HouseholdEntity } from "./household.entity.js";
import { householdById } from "./household.loaders.js";

export function resolveHousehold(
  { id }: { id: string },
  context: RequestContext,
): Promise<HouseholdEntity | null> {
  return context.load(householdById, id);
}
