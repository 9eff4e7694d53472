import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import type { HouseholdClass } from "../poverty-standard/household-class.js";
import { classificationsByUnit, hasClass } from "./class-counts.loaders.js";
import { groupByRows } from "./group-by-rows.js";

/** The households of a unit by their classes at two times, each under the standard of that time. */
export interface ClassesAtTwoTimes {
  readonly unitId: string;
  readonly standardId: string;
  readonly day: string;
  readonly otherStandardId: string;
  readonly otherDay: string;
  /** The standard for all times before. Empty: the one that the province reported by. */
  readonly earlierStandardId: string;
}

const keyOf = (change: ClassesAtTwoTimes): string =>
  [
    change.unitId,
    change.standardId,
    change.day,
    change.otherStandardId,
    change.otherDay,
    change.earlierStandardId,
  ].join(" ");

type Classifications = SelectQueryBuilder<HouseholdClassificationEntity>;

/** Counts the households that have a class at the one time, and for which a condition on other times holds. */
const countChanged = (kind: HouseholdClass, condition: (query: Classifications) => string) =>
  defineLoader<ClassesAtTwoTimes, number>(async (keys, context) => {
    const changes = keys.map(({ standardId, day, otherStandardId, otherDay, earlierStandardId }) => ({
      standardId,
      day,
      otherStandardId,
      otherDay,
      earlierStandardId,
    }));
    const query = classificationsByUnit(context, keys);
    const rows = await groupByRows(query, "changes", changes, hasClass("changes.standardId", "changes.day"))
      .andWhere("classification.class = :kind", { kind })
      .andWhere(condition(query))
      .getRawMany<ClassesAtTwoTimes & { readonly households: Sum }>();
    return indexByKey(keys.map(keyOf), rows, keyOf).map((row) => toNumber(row?.households));
  }, keyOf);

/** Poor at the one time, and not at the other. */
export const poorOnlyThen = countChanged("POOR", (query) => `NOT EXISTS ${otherwise(query, "'POOR'")}`);

/** Newly escaped at the one time, and poor or near-poor at the other. */
export const escapedSince = countChanged(
  "NEWLY_ESCAPED",
  (query) => `EXISTS ${otherwise(query, "'POOR', 'NEAR_POOR'")}`,
);

/** Poor at the one time and not at the other, but poor at some time before the other. */
export const poorAgain = countChanged(
  "POOR",
  (query) => `NOT EXISTS ${otherwise(query, "'POOR'")} AND EXISTS ${poorBefore(query)}`,
);

/** A subquery: whether the household of the outer query has one of the classes at the other time. */
const otherwise = (query: Classifications, classes: string): string =>
  ofSameHousehold(query)
    .andWhere(`other.class IN (${classes})`)
    .andWhere("other.standardId = changes.otherStandardId")
    .andWhere(inForceSql("other.since", "other.until", "changes.otherDay"))
    .getQuery();

/** A subquery: whether the household of the outer query became poor before the other time. */
const poorBefore = (query: Classifications): string =>
  ofSameHousehold(query)
    .andWhere("other.class = 'POOR'")
    .andWhere("other.since <= changes.otherDay")
    .andWhere(
      "(other.standardId = changes.earlierStandardId OR (changes.earlierStandardId = '' AND other.isReporting = TRUE))",
    )
    .getQuery();

const ofSameHousehold = (query: Classifications) =>
  query
    .subQuery()
    .select("1")
    .from(HouseholdClassificationEntity, "other")
    .where("other.householdId = classification.householdId");
