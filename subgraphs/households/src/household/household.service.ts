import type { RequestContext } from "@an-sinh/kit/context";
import type { Page } from "@an-sinh/kit/pagination/connection";
import { paginate, type Ordering } from "@an-sinh/kit/pagination/paginate";
import { withinUnit } from "@an-sinh/kit/territory/within-unit";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";
import { classificationOfHousehold } from "../poverty-review/poverty-review.loaders.js";
import { getStandard } from "../poverty-standard/poverty-standard.service.js";
import { HouseholdEntity } from "./household.entity.js";
import type { ClassificationArgs, HouseholdFilter, HouseholdsArgs } from "./household.inputs.js";

const byCode: Ordering<HouseholdEntity> = {
  name: "households:CODE",
  columns: [{ expression: "household.code", type: "string", value: (household) => household.code }],
};

/** A page of households in the order of their codes. Throws BAD_USER_INPUT for an unknown standard. */
export async function listHouseholds(
  context: RequestContext,
  { filter, ...page }: HouseholdsArgs,
): Promise<Page<HouseholdEntity>> {
  const query = context.read(HouseholdEntity, "household");
  if (filter) await applyFilter(context, query, filter);
  return paginate(query, byCode, page);
}

async function applyFilter(
  context: RequestContext,
  query: SelectQueryBuilder<HouseholdEntity>,
  filter: HouseholdFilter,
): Promise<void> {
  if (filter.administrativeUnit) withinUnit(query, "household", filter.administrativeUnit);
  if (filter.ethnicGroup)
    query.andWhere("household.ethnicGroup = :ethnicGroup", { ethnicGroup: filter.ethnicGroup });
  if (filter.class) await ofClass(context, query, filter.class, filter);
}

async function ofClass(
  context: RequestContext,
  query: SelectQueryBuilder<HouseholdEntity>,
  classes: readonly string[],
  { standard, on }: HouseholdFilter,
): Promise<void> {
  const standardId = standard ? (await getStandard(context, standard)).id : null;
  const judgedBy =
    standardId === null ? "classification.isReporting = TRUE" : "classification.standardId = :standardId";
  const classified = query
    .subQuery()
    .select("1")
    .from(HouseholdClassificationEntity, "classification")
    .where("classification.householdId = household.id")
    .andWhere(judgedBy)
    .andWhere("classification.class IN (:...classes)")
    .andWhere("classification.since <= :classOn")
    .andWhere("(classification.until IS NULL OR classification.until >= :classOn)");
  query
    .andWhere(`EXISTS ${classified.getQuery()}`)
    .setParameters({
      standardId,
      classOn: on ?? context.today,
      classes: classes.length > 0 ? classes : [""],
    });
}

/** A household's class on a day; null when it was not on the register under that standard. */
export async function classify(
  context: RequestContext,
  householdId: string,
  { on, standard }: ClassificationArgs,
): Promise<HouseholdClassificationEntity | null> {
  const standardId = standard ? (await getStandard(context, standard)).id : null;
  return context.load(classificationOfHousehold, householdId, {
    on: on ?? context.today,
    standard: standardId,
  });
}
