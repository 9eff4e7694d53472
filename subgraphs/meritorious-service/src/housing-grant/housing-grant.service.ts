import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { HousingGrantNormEntity } from "./housing-grant-norm.entity.js";
import type { HousingGrantEntity } from "./housing-grant.entity.js";
import { listGrantNorms } from "./housing-grant.loaders.js";

/** What the grant's decision provides for its kind of work. Null: no norm is on record. */
export async function findGrantNorm(
  context: RequestContext,
  grant: HousingGrantEntity,
): Promise<HousingGrantNormEntity | null> {
  const norms = await listGrantNorms(context);
  const isOfGrant = ({ legalBasisCode, kind }: HousingGrantNormEntity) =>
    legalBasisCode === grant.legalBasisCode && kind === grant.kind;
  return norms.find(isOfGrant) ?? null;
}
