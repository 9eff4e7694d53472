import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { localitiesOfUnit } from "@an-sinh/territory/localities-of-unit.loaders";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";

/**
 * The part of the register in which a list looks for households: the land of a unit, or where no unit has just that land,
 * localities. Null: the whole register.
 */
export type RegisterPart = { readonly unitId: string } | { readonly localities: readonly string[] } | null;

/**
 * What of a unit, or of the whole register, lies in the caller's areas. `read()` keeps all else out of each list. Here it
 * is found out beforehand, so that a page is read in the order of the households of one unit, and no others are looked at.
 */
export async function partForCaller(context: RequestContext, unitId: string | null): Promise<RegisterPart> {
  const { areas } = context;
  if (areas === null) return unitId === null ? null : { unitId };
  if (areas.length === 0) return { localities: [] };
  const [asked, ...ofAreas] = await context.loadAll(localitiesOfUnit, [unitId ?? "", ...areas]);
  const seen = new Set(ofAreas.flat());
  const inUnit = new Set(asked);
  const part = unitId === null ? [...seen] : [...inUnit].filter((id) => seen.has(id));
  if (unitId !== null && part.length === inUnit.size) return { unitId };
  const area = areas.find((_, index) => {
    const localities = ofAreas[index] ?? [];
    return localities.length === part.length && localities.every((id) => unitId === null || inUnit.has(id));
  });
  return area !== undefined && part.length > 0 ? { unitId: area } : { localities: part };
}

/** Keeps the rows of an entity with a `localityId`, whose alias is given, that lie in a part of the register. */
export function keepInPart<Row extends { readonly localityId: string }>(
  query: RowQuery<Row>,
  alias: string,
  part: RegisterPart,
): RowQuery<Row> {
  if (part === null) return query;
  if ("localities" in part)
    return query.andWhere(`${alias}.localityId IN (:...localities)`, { localities: orNone(part.localities) });
  const inUnit = `territory.localityId = ${alias}.localityId AND territory.unitId = :unitId`;
  return query.innerJoin(TerritoryEntity, "territory", inUnit, part);
}
