import { badArgument, getReferred, refuseEmptyTexts } from "@an-sinh/subgraph-kit/arguments";
import { checkedYear } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { Counted } from "@an-sinh/subgraph-kit/pagination/paginate";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
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
import { keepInPart, partForCaller, type RegisterPart } from "./register-part.js";

type Query = RowQuery<HouseholdEntity>;

/** The column by which to sort the filtered households. In its order an index gives a page. */
export type CodeColumn = "household.code" | "placement.code";

interface FilteredHouseholds {
  /** The households. Those of a unit are joined with their `placement`. */
  readonly query: Query;
  /** Where they are looked for. */
  readonly part: RegisterPart;
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
  const { class: classes, ethnicGroup, escapedSince } = filter;
  const standard = await standardOf(context, filter);
  const standardAndDay = { standardId: standard?.id ?? null, on: await dayOf(context, filter, standard) };
  const anywhere = context.read(HouseholdEntity, "household").setParameters(standardAndDay);
  if (ethnicGroup) anywhere.andWhere("household.ethnicGroup = :ethnicGroup", { ethnicGroup });
  if (escapedSince) keepEscaped(anywhere, escapedSince, standardAndDay);
  const hasClass = classes != null || hasAnyClass(filter);
  if (hasClass) keepClasses(anywhere, classes ?? null, standardAndDay);
  const part = await partForCaller(context, await unitIdOf(context, filter));
  const query = householdsIn(part, anywhere.clone());
  return {
    query,
    part,
    code: part && "unitId" in part ? "placement.code" : "household.code",
    mayReadAll: hasClass || escapedSince != null || (ethnicGroup != null && part !== null),
    few: async () => {
      const ids = await findFew(context, part, filter, standardAndDay);
      return ids && anywhere.clone().andWhere("household.id IN (:...ids)", { ids: orNone(ids) });
    },
    counted: async () =>
      countedHouseholds(context, { ...filter, hasClass, part }, standardAndDay) ?? { query },
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

async function unitIdOf(
  context: RequestContext,
  { administrativeUnit: unitId }: HouseholdFilter,
): Promise<string | null> {
  return unitId ? (await getUnit(context, { argument: "filter.administrativeUnit", unitId })).id : null;
}

/** Keeps the households that live in a part of the register. */
const householdsIn = (part: RegisterPart, query: Query): Query =>
  part && "unitId" in part
    ? query.innerJoin(
        HouseholdUnitEntity,
        "placement",
        "placement.code = household.code AND placement.unitId = :unitId",
        part,
      )
    : keepInPart(query, "household", part);

/**
 * The ids of the households of a part that have one of the classes, or that escaped poverty. Null: they are many, or
 * the part is the whole register, or the filter asks for neither.
 */
async function findFew(
  context: RequestContext,
  part: RegisterPart,
  { class: classes, escapedSince }: HouseholdFilter,
  standardAndDay: StandardAndDay,
): Promise<string[] | null> {
  if (part === null) return null;
  if (classes) {
    return findIfFew(context, part, (query) =>
      underStandardOnDay(query, "classification", standardAndDay)
        .andWhere("classification.class IN (:...classes)")
        .setParameters({ ...standardAndDay, classes: orNone(classes) }),
    );
  }
  if (escapedSince == null) return null;
  return findIfFew(context, part, (query) =>
    escapes(query, "classification", standardAndDay).setParameters({ ...standardAndDay, escapedSince }),
  );
}
