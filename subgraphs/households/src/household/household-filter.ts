import type { RequestContext } from "@an-sinh/kit/context";
import { BadUserInputError } from "@an-sinh/kit/errors";
import { checkedYear, lastDayOf } from "@an-sinh/kit/year";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";
import { getStandard } from "../poverty-standard/poverty-standard.service.js";
import { HouseholdEntity } from "./household.entity.js";
import type { HouseholdFilter } from "./household.inputs.js";
import { HouseholdUnitEntity } from "./household-unit.entity.js";

type Query = SelectQueryBuilder<HouseholdEntity>;

/** By which standard (null: the one reported by) and on which day classes are judged. */
interface Judgement {
  readonly standardId: string | null;
  readonly on: string;
}

/**
 * Narrows a query of households, whose alias is `household`. With a unit it joins `placement`, to be
 * sorted by its code. Throws BAD_USER_INPUT for an unknown standard, and for a day beside a year.
 */
export async function applyFilter(
  context: RequestContext,
  query: Query,
  filter: HouseholdFilter,
): Promise<void> {
  const { administrativeUnit: unitId, ethnicGroup, escapedSince, standard } = filter;
  if (unitId) {
    const isThere = "placement.code = household.code AND placement.unitId = :unitId";
    query.innerJoin(HouseholdUnitEntity, "placement", isThere, { unitId });
  }
  if (ethnicGroup) query.andWhere("household.ethnicGroup = :ethnicGroup", { ethnicGroup });
  const judgement = {
    standardId: standard ? (await getStandard(context, standard)).id : null,
    on: dayOf(filter) ?? context.today,
  };
  query.setParameters(judgement);
  if (escapedSince) escaped(query, escapedSince, judgement);
  const isJudgedAnyhow = !escapedSince && [filter.on, filter.year, standard].some((given) => given != null);
  if (filter.class || isJudgedAnyhow) ofClass(query, filter.class ?? null, judgement);
}

function dayOf({ on, year }: HouseholdFilter): string | null {
  if (year === null || year === undefined) return on ?? null;
  if (!on) return lastDayOf(checkedYear(year));
  throw new BadUserInputError(`year: expected no day in \`on\` beside it, but got: ${on}.`);
}

/** Null: any class. */
function ofClass(query: Query, classes: readonly string[] | null, judgement: Judgement): void {
  const classified = inForce(query, "classification", judgement);
  if (classes) classified.andWhere("classification.class IN (:...classes)");
  query
    .andWhere(`EXISTS ${classified.getQuery()}`)
    .setParameters({ classes: classes && classes.length > 0 ? classes : [""] });
}

function escaped(query: Query, escapedSince: string, judgement: Judgement): void {
  const escaping = judged(query, "escaping", judgement)
    .andWhere("escaping.class = 'NEWLY_ESCAPED'")
    .andWhere("escaping.since BETWEEN :escapedSince AND :on");
  // Counted, since MariaDB reads all relapses of the whole table first where it may turn NOT EXISTS around.
  const relapses = inForce(query, "relapse", judgement)
    .andWhere("relapse.class IN ('POOR', 'NEAR_POOR')")
    .select("COUNT(*)");
  query
    .andWhere(`EXISTS ${escaping.getQuery()}`)
    .andWhere(`${relapses.getQuery()} = 0`)
    .setParameters({ escapedSince });
}

function inForce(query: Query, alias: string, judgement: Judgement) {
  return judged(query, alias, judgement)
    .andWhere(`${alias}.since <= :on`)
    .andWhere(`(${alias}.until IS NULL OR ${alias}.until >= :on)`);
}

/** A household's classifications; the parameters are the outer query's. */
function judged(query: Query, alias: string, { standardId }: Judgement) {
  return query
    .subQuery()
    .select("1")
    .from(HouseholdClassificationEntity, alias)
    .where(`${alias}.householdId = household.id`)
    .andWhere(standardId === null ? `${alias}.isReporting = TRUE` : `${alias}.standardId = :standardId`);
}
