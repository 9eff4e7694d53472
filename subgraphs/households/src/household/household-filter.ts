import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { BadUserInputError } from "@an-sinh/server/errors";
import { checkedYear, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";
import { getStandard } from "../poverty-standard/poverty-standard.service.js";
import { escapes, findIfFew, inForce, type Judgment } from "./class-conditions.js";
import { HouseholdEntity } from "./household.entity.js";
import type { HouseholdFilter } from "./household.inputs.js";
import { HouseholdUnitEntity } from "./household-unit.entity.js";

type Query = SelectQueryBuilder<HouseholdEntity>;

/** What the filtered households are to be sorted by, so that a page is read in the order of an index. */
export type CodeColumn = "household.code" | "placement.code";

/**
 * Narrows a query of households, whose alias is `household`, and says by what to sort it. Throws
 * BAD_USER_INPUT for an unknown standard, and for a day beside a year.
 */
export async function applyFilter(
  context: RequestContext,
  query: Query,
  filter: HouseholdFilter,
): Promise<CodeColumn> {
  const { administrativeUnit: unitId, class: classes, ethnicGroup, escapedSince, standard } = filter;
  const judgment = {
    standardId: standard ? (await getStandard(context, standard)).id : null,
    on: dayOf(filter) ?? context.today,
  };
  query.setParameters(judgment);
  if (ethnicGroup) query.andWhere("household.ethnicGroup = :ethnicGroup", { ethnicGroup });
  if (escapedSince) escaped(query, escapedSince, judgment);
  const isJudgedAnyhow = !escapedSince && [filter.on, filter.year, standard].some((given) => given != null);
  if (classes || isJudgedAnyhow) ofClass(query, classes ?? null, judgment);
  if (!unitId) return "household.code";
  const ids = await findRare(context, unitId, filter, judgment);
  if (ids) {
    query.andWhere("household.id IN (:...ids)", { ids: orNone(ids) });
    return "household.code";
  }
  const isThere = "placement.code = household.code AND placement.unitId = :unitId";
  query.innerJoin(HouseholdUnitEntity, "placement", isThere, { unitId });
  return "placement.code";
}

/** The households of a unit that have one of the classes, or escaped, if they are few. Null: they are many, or anyone may be meant. */
async function findRare(
  context: RequestContext,
  unitId: string,
  { class: classes, escapedSince }: HouseholdFilter,
  judgment: Judgment,
): Promise<string[] | null> {
  if (classes) {
    return findIfFew(context, unitId, (query) =>
      inForce(query, "classification", judgment)
        .andWhere("classification.class IN (:...classes)")
        .setParameters({ ...judgment, classes: orNone(classes) }),
    );
  }
  if (!escapedSince) return null;
  return findIfFew(context, unitId, (query) =>
    escapes(query, "classification", judgment).setParameters({ ...judgment, escapedSince }),
  );
}

function dayOf({ on, year }: HouseholdFilter): string | null {
  if (year === null || year === undefined) return on ?? null;
  if (!on) return lastDayOf(checkedYear(year));
  throw new BadUserInputError(`year: expected no day in \`on\` beside it, but got: ${on}.`);
}

/** Null: any class. */
function ofClass(query: Query, classes: readonly string[] | null, judgment: Judgment): void {
  const classified = inForce(classifications(query, "classification"), "classification", judgment);
  if (classes) classified.andWhere("classification.class IN (:...classes)");
  query.andWhere(`EXISTS ${classified.getQuery()}`).setParameters({ classes: orNone(classes ?? []) });
}

function escaped(query: Query, escapedSince: string, judgment: Judgment): void {
  const escaping = escapes(classifications(query, "escaping"), "escaping", judgment);
  // Counted, since MariaDB reads all relapses of the whole table first where it may turn NOT EXISTS around.
  const relapses = inForce(classifications(query, "relapse"), "relapse", judgment)
    .andWhere("relapse.class IN ('POOR', 'NEAR_POOR')")
    .select("COUNT(*)");
  query
    .andWhere(`EXISTS ${escaping.getQuery()}`)
    .andWhere(`${relapses.getQuery()} = 0`)
    .setParameters({ escapedSince });
}

/** The classifications of the household in the outer query, whose parameters are theirs. */
function classifications(query: Query, alias: string) {
  return query
    .subQuery()
    .select("1")
    .from(HouseholdClassificationEntity, alias)
    .where(`${alias}.householdId = household.id`);
}

/** SQL knows no empty list. */
const orNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : [""]);
