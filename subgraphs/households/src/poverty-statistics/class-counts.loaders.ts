import { defineLoader, groupByKey, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { inForceSql } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import type { SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
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

/** How many households of a unit have each class. A class that none has is left out. */
export const classCounts = defineLoader<ClassesOnDay, ClassCount[]>(async (keys, context) => {
  const days = keys.map(({ standardId, day }) => ({ standardId, day }));
  const rows = await groupByRows(byUnit(context, keys), "days", days, hasClass("days.standardId", "days.day"))
    .addSelect("classification.class", "class")
    .addGroupBy("classification.class")
    .getRawMany<ClassRow>();
  return groupByKey(keys.map(classesKey), rows, classesKey).map((ofKey) =>
    ofKey.map((row) => ({ class: row.class, households: toNumber(row.households) })),
  );
}, classesKey);

/** The households of a unit that are poor under one standard and day, and not poor under another. */
export interface PovertyChange {
  readonly unitId: string;
  readonly poorBy: string;
  readonly poorOn: string;
  readonly notPoorBy: string;
  readonly notPoorOn: string;
}

const changeKey = ({ unitId, poorBy, poorOn, notPoorBy, notPoorOn }: PovertyChange): string =>
  [unitId, poorBy, poorOn, notPoorBy, notPoorOn].join(" ");

/** How many such households the unit has. */
export const changedHouseholds = defineLoader<PovertyChange, number>(async (keys, context) => {
  const changes = keys.map(({ poorBy, poorOn, notPoorBy, notPoorOn }) => ({
    poorBy,
    poorOn,
    notPoorBy,
    notPoorOn,
  }));
  const query = byUnit(context, keys);
  const rows = await groupByRows(query, "changes", changes, hasClass("changes.poorBy", "changes.poorOn"))
    .andWhere("classification.class = 'POOR'")
    .andWhere(`NOT EXISTS ${poorThen(query, "changes.notPoorBy", "changes.notPoorOn")}`)
    .getRawMany<PovertyChange & { readonly households: Sum }>();
  return indexByKey(keys.map(changeKey), rows, changeKey).map((row) => toNumber(row?.households));
}, changeKey);

/** Counts the classifications on the land of each unit. */
function byUnit(context: RequestContext, keys: readonly { readonly unitId: string }[]): Classifications {
  const unitIds = [...new Set(keys.map(({ unitId }) => unitId))];
  const classifications = context.statistics(HouseholdClassificationEntity, "classification");
  return groupByUnit(classifications, "classification", unitIds).addSelect("COUNT(*)", "households");
}

const hasClass = (standardId: string, day: string): string =>
  `classification.standardId = ${standardId} AND ${inForceSql("classification.since", "classification.until", day)}`;

/** A subquery: whether the household of the outer query is poor under another standard and day. */
const poorThen = (query: Classifications, standardId: string, day: string): string =>
  query
    .subQuery()
    .select("1")
    .from(HouseholdClassificationEntity, "other")
    .where("other.householdId = classification.householdId")
    .andWhere(`other.standardId = ${standardId}`)
    .andWhere("other.class = 'POOR'")
    .andWhere(inForceSql("other.since", "other.until", day))
    .getQuery();
