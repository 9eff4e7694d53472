import { badArgument, getReferred, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { Counted } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import type { AdministrativeUnitEntity } from "../administrative-unit/administrative-unit.entity.js";
import { getUnit } from "../administrative-unit/administrative-unit.service.js";
import {
  underStandardOnDay,
  type StandardAndDay,
} from "../household-classification/classification-conditions.js";
import { HouseholdUnitEntity } from "../household/household-unit.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";
import type { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import { standardById } from "../poverty-standard/poverty-standard.loaders.js";
import { escapes, keepClasses, keepEscaped } from "./class-conditions.js";
import { countedHouseholds } from "./counted-households.js";
import { findYearEnd } from "../poverty-standard/poverty-standard.service.js";
import { findIfFew } from "./few-households.js";
import type { HouseholdFilter } from "./household-list.inputs.js";

type Query = RowQuery<HouseholdEntity>;

/** The column by which to sort the filtered households. In its order an index gives a page. */
export type CodeColumn = "household.code" | "placement.code";

interface FilteredHouseholds {
  /** The households. Those of a unit are joined with their `placement`. */
  readonly query: Query;
  readonly code: CodeColumn;
  /** Whether all households may have to be read for a page, because no index finds those that fit. */
  readonly mayReadAll: boolean;
  /** The same households, found by their classes. Null: they are many, or the filter asks for no class. */
  few(): Promise<Query | null>;
  counted(): Promise<Counted>;
}

/**
 * The households, whose alias is `household`, that fit a filter. Throws NOT_FOUND for an unknown unit or standard, and
 * BAD_USER_INPUT for a unit's code in the place of its id, for an empty text and for a day beside a year.
 */
export async function filterHouseholds(
  context: RequestContext,
  filter: HouseholdFilter,
): Promise<FilteredHouseholds> {
  refuseEmptyTexts(filter);
  const { administrativeUnit, class: classes, ethnicGroup, escapedSince } = filter;
  const standard = await standardOf(context, filter);
  const standardAndDay = { standardId: standard?.id ?? null, on: await dayOf(context, filter, standard) };
  const anywhere = context.read(HouseholdEntity, "household").setParameters(standardAndDay);
  if (ethnicGroup) anywhere.andWhere("household.ethnicGroup = :ethnicGroup", { ethnicGroup });
  if (escapedSince) keepEscaped(anywhere, escapedSince, standardAndDay);
  const hasClass = classes != null || hasAnyClass(filter);
  if (hasClass) keepClasses(anywhere, classes ?? null, standardAndDay);
  const unit = await unitOf(context, filter);
  const query = unit ? inUnit(anywhere.clone(), unit) : anywhere;
  return {
    query,
    code: unit ? "placement.code" : "household.code",
    mayReadAll: hasClass || escapedSince != null || (ethnicGroup != null && administrativeUnit != null),
    few: async () => {
      const ids = unit && (await findFew(context, unit.id, filter, standardAndDay));
      return ids && anywhere.clone().andWhere("household.id IN (:...ids)", { ids: orNone(ids) });
    },
    counted: async () => countedHouseholds(context, { ...filter, hasClass }, standardAndDay) ?? { query },
  };
}

async function standardOf(
  context: RequestContext,
  { standard: value }: HouseholdFilter,
): Promise<PovertyStandardEntity | null> {
  if (value == null) return null;
  const noun = "the id of a poverty standard";
  return getReferred(context, standardById, { argument: "filter.standard", value, noun });
}

async function dayOf(
  context: RequestContext,
  { on, year }: HouseholdFilter,
  standard: PovertyStandardEntity | null,
): Promise<string> {
  if (year == null) return on ?? context.today;
  if (on == null) return findYearEnd(context, checkedYear(year, "filter.year"), standard);
  throw badArgument("filter.year", "no day in `on` beside it", on);
}

/** Whether the filter gives a standard or a day, but nothing that says which class. Then any class fits. */
const hasAnyClass = ({ escapedSince, on, year, standard }: HouseholdFilter): boolean =>
  escapedSince == null && [on, year, standard].some((given) => given != null);

async function unitOf(
  context: RequestContext,
  { administrativeUnit: unitId }: HouseholdFilter,
): Promise<AdministrativeUnitEntity | null> {
  return unitId ? getUnit(context, { argument: "filter.administrativeUnit", unitId }) : null;
}

/** Keeps the households that live on the land of a unit. */
const inUnit = (query: Query, { id: unitId }: AdministrativeUnitEntity): Query =>
  query.innerJoin(
    HouseholdUnitEntity,
    "placement",
    "placement.code = household.code AND placement.unitId = :unitId",
    { unitId },
  );

/**
 * The ids of the households of a unit that have one of the classes, or that escaped poverty. Null: they are many, or
 * the filter asks for neither.
 */
async function findFew(
  context: RequestContext,
  unitId: string,
  { class: classes, escapedSince }: HouseholdFilter,
  standardAndDay: StandardAndDay,
): Promise<string[] | null> {
  if (classes) {
    return findIfFew(context, unitId, (query) =>
      underStandardOnDay(query, "classification", standardAndDay)
        .andWhere("classification.class IN (:...classes)")
        .setParameters({ ...standardAndDay, classes: orNone(classes) }),
    );
  }
  if (escapedSince == null) return null;
  return findIfFew(context, unitId, (query) =>
    escapes(query, "classification", standardAndDay).setParameters({ ...standardAndDay, escapedSince }),
  );
}
