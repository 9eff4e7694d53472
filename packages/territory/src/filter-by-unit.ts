import { filledText } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { localitiesOfCaller, localitiesOfUnit } from "./localities-of-unit.loaders.js";
import { TerritoryEntity } from "./territory.entity.js";
import { unknownUnit, type UnitArgument } from "./unknown-unit.js";

/**
 * Keeps the rows that lie in an administrative unit, of today or closed. The entity has a `localityId`. Throws as
 * `getLocalities` does.
 *
 * The localities are read first and listed in the statement. A join would make the database sort all rows of the
 * unit; a list lets it read them in the order of an index and stop at the end of the page.
 */
export async function filterByUnit(
  context: RequestContext,
  query: RowQuery<object>,
  alias: string,
  unit: UnitArgument,
): Promise<void> {
  const localities = await getLocalities(context, unit);
  query.andWhere(`${alias}.localityId IN (:...localities)`, { localities });
}

/** Areas with more localities are not listed: they are most of the country. A unit always is: it has some hundreds. */
const mostListedOfAreas = 5_000;

/**
 * The same for a list of rows that lie in areas, with or without a unit. `read()` keeps what lies outside of the
 * caller's areas out of each list; here the localities of the areas are listed, so that the database finds their rows by
 * an index and does not read all others.
 */
export async function filterInAreas(
  context: RequestContext,
  query: RowQuery<object>,
  alias: string,
  { argument, unitId }: { readonly argument: string; readonly unitId: string | null | undefined },
): Promise<void> {
  const [ofUnit, ofCaller] = await Promise.all([
    unitId ? getLocalities(context, { argument, unitId }) : null,
    localitiesOfCaller(context),
  ]);
  const listed = ofUnit ?? (ofCaller && ofCaller.size <= mostListedOfAreas ? [...ofCaller] : null);
  if (!listed) return;
  const localities = listed.filter((id) => ofCaller?.has(id) ?? true);
  query.andWhere(`${alias}.localityId IN (:...localities)`, { localities: orNone(localities) });
}

/**
 * The localities of the unit that an argument names: at least one. Throws BAD_USER_INPUT for an empty text and for a
 * code in the place of an id, and NOT_FOUND for a unit that the territory does not have.
 */
export async function getLocalities(context: RequestContext, unit: UnitArgument): Promise<readonly string[]> {
  const localities = await context.load(localitiesOfUnit, filledText(unit.argument, unit.unitId));
  if (localities.length > 0) return localities;
  throw await unknownUnit(unit, (code) => idsInTerritory(context, code));
}

async function idsInTerritory(context: RequestContext, code: string): Promise<string[]> {
  const rows = await context
    .read(TerritoryEntity, "territory")
    .select("DISTINCT territory.unitId", "unitId")
    .where("territory.unitId LIKE :ids", { ids: `${code}@%` })
    .orderBy("territory.unitId")
    .getRawMany<{ unitId: string }>();
  return rows.map(({ unitId }) => unitId);
}
