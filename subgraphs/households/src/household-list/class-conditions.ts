import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import {
  underStandard,
  underStandardOnDay,
  type StandardAndDay,
} from "../household-classification/classification-conditions.js";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import type { HouseholdEntity } from "../household/household.entity.js";

type Households = RowQuery<HouseholdEntity>;

/** Keeps the households, whose alias is `household`, that have one of the classes. Null: any class. */
export function keepClasses(
  query: Households,
  classes: readonly string[] | null,
  standardAndDay: StandardAndDay,
): void {
  const classified = underStandardOnDay(
    classifications(query, "classification"),
    "classification",
    standardAndDay,
  );
  if (classes) classified.andWhere("classification.class IN (:...classes)");
  query.andWhere(`EXISTS (${classified.getQuery()})`).setParameters({ classes: orNone(classes ?? []) });
}

/** Keeps the households that escaped poverty since a day and have not become poor or near-poor again. */
export function keepEscaped(query: Households, escapedSince: string, standardAndDay: StandardAndDay): void {
  const escaping = escapes(classifications(query, "escaping"), "escaping", standardAndDay);
  // Counted, not NOT EXISTS: MySQL and MariaDB may turn that around and read the relapses of the whole table first.
  const relapses = underStandardOnDay(classifications(query, "relapse"), "relapse", standardAndDay)
    .andWhere("relapse.class IN ('POOR', 'NEAR_POOR')")
    .select("COUNT(*)");
  query
    .andWhere(`EXISTS (${escaping.getQuery()})`)
    .andWhere(`(${relapses.getQuery()}) = 0`)
    .setParameters({ escapedSince });
}

/** Keeps the decisions that a household has escaped poverty, from the day `escapedSince` to the day `on`. */
export const escapes = <Row extends object>(
  query: RowQuery<Row>,
  alias: string,
  standardAndDay: StandardAndDay,
): RowQuery<Row> =>
  underStandard(query, alias, standardAndDay)
    .andWhere(`${alias}.class = 'NEWLY_ESCAPED'`)
    .andWhere(`${alias}.since BETWEEN :escapedSince AND :on`);

/** A subquery of the classifications of the household in the outer query, which sets the parameters. */
const classifications = (query: Households, alias: string) =>
  query
    .subQuery(HouseholdClassificationEntity, alias)
    .select("1")
    .where(`${alias}.householdId = household.id`);
