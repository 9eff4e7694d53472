import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { HousingGrantEntity } from "./housing-grant.entity.js";
import { grantById } from "./housing-grant.loaders.js";

export function resolveHousingGrant(
  { id }: { id: string },
  context: RequestContext,
): Promise<HousingGrantEntity | null> {
  return context.load(grantById, id);
}
