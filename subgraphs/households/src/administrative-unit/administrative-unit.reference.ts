import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { AdministrativeUnitEntity } from "./administrative-unit.entity.js";
import { unitById } from "./administrative-unit.loaders.js";

export function resolveAdministrativeUnit(
  { id }: { id: string },
  context: RequestContext,
): Promise<AdministrativeUnitEntity | null> {
  return context.load(unitById, id);
}
