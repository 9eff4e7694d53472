import { badArgument, filledText, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { Page } from "@an-sinh/subgraph-kit/pagination/connection";
import { paginate } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { searchPattern } from "@an-sinh/subgraph-kit/searched-text";
import { unknownUnit, type UnitArgument } from "@an-sinh/territory/unknown-unit";
import { AdministrativeUnitEntity } from "./administrative-unit.entity.js";
import type { AdministrativeUnitFilter, AdministrativeUnitsArgs } from "./administrative-unit.inputs.js";
import { byCode, byLevel, unitById } from "./administrative-unit.loaders.js";

/** The unit that had this code on this day. Null: none had it. */
export function findUnitByCode(
  context: RequestContext,
  code: string,
  on: string,
): Promise<AdministrativeUnitEntity | null> {
  const query = context.read(AdministrativeUnitEntity, "unit").where("unit.code = :code", { code });
  return validOn(query, on).getOne();
}

/**
 * The unit that an argument names by its id. Throws BAD_USER_INPUT for an empty text and for a code in the place of an
 * id, and NOT_FOUND for an unknown unit.
 */
export async function getUnit(
  context: RequestContext,
  unit: UnitArgument,
): Promise<AdministrativeUnitEntity> {
  const found = await context.load(unitById, filledText(unit.argument, unit.unitId));
  if (found) return found;
  throw await unknownUnit(unit, (code) => idsOf(context, code));
}

/** The ids of the units, of today and closed, that have or had a code. */
async function idsOf(context: RequestContext, code: string): Promise<string[]> {
  const units = await context
    .read(AdministrativeUnitEntity, "unit")
    .where("unit.code = :code", { code })
    .orderBy("unit.id")
    .getMany();
  return units.map(({ id }) => id);
}

/** A page of units in the order of their codes; those that are searched by name, by their levels first. Throws as `getUnit` does, and BAD_USER_INPUT for an empty code. */
export async function listUnits(
  context: RequestContext,
  { filter, ...page }: AdministrativeUnitsArgs,
): Promise<Page<AdministrativeUnitEntity>> {
  const query = context.read(AdministrativeUnitEntity, "unit");
  if (filter) await applyFilter(context, query, filter);
  return paginate(context, query, filter?.search ? byLevel : byCode, page);
}

async function applyFilter(
  context: RequestContext,
  query: RowQuery<AdministrativeUnitEntity>,
  filter: AdministrativeUnitFilter,
): Promise<void> {
  refuseEmptyTexts(filter);
  const { ids, code, search, level, parent, on } = filter;
  if (ids) await keepUnits(context, query, ids);
  if (code) query.andWhere("unit.code = :code", { code });
  if (search) query.andWhere("unit.searchedName LIKE :pattern", { pattern: searchPattern(search) });
  if (level) query.andWhere("unit.level = :level", { level });
  if (on) validOn(query, on);
  if (!parent) return;
  const { id: parentId } = await getUnit(context, { argument: "filter.parent", unitId: parent });
  query.andWhere("unit.parentId = :parentId", { parentId });
}

/** As many as a page may have. */
const mostIds = 100;

async function keepUnits(
  context: RequestContext,
  query: RowQuery<AdministrativeUnitEntity>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > mostIds) throw badArgument("filter.ids", `at most ${mostIds} ids`, ids.length);
  await Promise.all(ids.map((unitId) => getUnit(context, { argument: "filter.ids", unitId })));
  if (ids.length > 0) query.andWhere("unit.id IN (:...ids)", { ids });
  else query.andWhere("1 = 0");
}

/** Keeps the units that are valid on a day. The records of a unit may have no beginning. */
const validOn = (query: RowQuery<AdministrativeUnitEntity>, on: string): RowQuery<AdministrativeUnitEntity> =>
  query
    .andWhere("(unit.validFrom IS NULL OR unit.validFrom <= :on)", { on })
    .andWhere("(unit.validTo IS NULL OR unit.validTo >= :on)");
