import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";
import type { HouseholdClass } from "../poverty-standard/household-class.js";
import { groupByRows } from "./group-by-rows.js";

type Classifications = SelectQueryBuilder<HouseholdClassificationEntity>;

/** The households of a unit by their classes under a standard on a day. */
interface ClassesOnDay {
  readonly unitId: string;
  readonly standardId: string;
  readonly day: string;
}

export interface ClassCount {
  readonly class: HouseholdClass;
  readonly households: number;
}

type ClassRow = ClassesOnDay & { readonly class: HouseholdClass; readonly households: Sum };

const classesKey = ({ unitId, standardId, day }: ClassesOnDay): string => `${unitId} ${standardId} ${day}`;

const countClasses = (narrow: (query: Classifications) => Classifications) =>
  defineLoader<ClassesOnDay, ClassCount[]>(async (keys, context) => {
    const days = keys.map(({ standardId, day }) => ({ standardId, day }));
    const query = narrow(classificationsByUnit(context, keys));
    const rows = await groupByRows(query, "days", days, hasClass("days.standardId", "days.day"))
      .addSelect("classification.class", "class")
      .addGroupBy("classification.class")
      .getRawMany<ClassRow>();
    return groupByKey(keys.map(classesKey), rows, classesKey).map((ofKey) =>
      ofKey.map((row) => ({ class: row.class, households: toNumber(row.households) })),
    );
  }, classesKey);

/** How many households of a unit have each class. A class that none has is left out. */
export const classCounts = countClasses((query) => query);

/** The same for households of ethnic minorities: of any ethnic group but the Kinh. Those of no known group are left out. */
export const minorityClassCounts = countClasses((query) =>
  query.innerJoin(
    HouseholdEntity,
    "household",
    "household.id = classification.householdId AND household.ethnicGroup <> 'Kinh'",
  ),
);

export const countOf = (counts: readonly ClassCount[], name: HouseholdClass): number =>
  counts.find((count) => count.class === name)?.households ?? 0;

/** Counts the classifications on the land of each unit. */
export function classificationsByUnit(
  context: RequestContext,
  keys: readonly { readonly unitId: string }[],
): Classifications {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const classifications = context.statistics(HouseholdClassificationEntity, "classification");
  return groupByUnit(classifications, "classification", unitIds).addSelect("COUNT(*)", "households");
}

export const hasClass = (standardId: string, day: string): string =>
  `classification.standardId = ${standardId} AND ${inForceSql("classification.since", "classification.until", day)}`;
