import { badArgument, filledText, unknownArgument } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { localitiesOfUnit } from "./localities-of-unit.loader.js";
import { TerritoryEntity } from "./territory.entity.js";
import { isUnitCode } from "./unit-id.js";

/** A unit that a client named, and the path of the argument in which it did: "filter.administrativeUnit". */
export interface UnitArgument {
  readonly argument: string;
  readonly unitId: string;
}

/**
 * Keeps the rows that lie in an administrative unit, of today or closed. The entity has a `localityId`. Throws as
 * `getLocalities` does.
 *
 * The localities are read first and listed in the statement. A join would make the database sort all rows of the
 * unit; a list lets it read them in the order of an index and stop at the end of the page.
 */
export async function filterByUnit<Entity extends ObjectLiteral>(
  context: RequestContext,
  query: SelectQueryBuilder<Entity>,
  alias: string,
  unit: UnitArgument,
): Promise<void> {
  const localities = await getLocalities(context, unit);
  query.andWhere(`${alias}.localityId IN (:...localities)`, { localities });
}

/**
 * The localities of the unit that an argument names: at least one. Throws BAD_USER_INPUT for an empty text and for a
 * code in the place of an id, and NOT_FOUND for a unit that the territory does not have.
 */
export async function getLocalities(
  context: RequestContext,
  { argument, unitId }: UnitArgument,
): Promise<readonly string[]> {
  const localities = await context.load(localitiesOfUnit, filledText(argument, unitId));
  if (localities.length > 0) return localities;
  if (isUnitCode(unitId)) throw await codeInPlaceOfId(context, { argument, unitId });
  throw unknownArgument(argument, "the id of an administrative unit", unitId);
}

async function codeInPlaceOfId(
  context: RequestContext,
  { argument, unitId: code }: UnitArgument,
): Promise<Error> {
  const rows = await context
    .read(TerritoryEntity, "territory")
    .select("DISTINCT territory.unitId", "unitId")
    .where("territory.unitId LIKE :ids", { ids: `${code}@%` })
    .orderBy("territory.unitId")
    .getRawMany<{ unitId: string }>();
  const ids = rows.map(({ unitId }) => unitId);
  if (ids.length === 0) return unknownArgument(argument, "the id of an administrative unit", code);
  return badArgument(argument, `an id, not a code; the units with this code are ${ids.join(" and ")}`, code);
}
