import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { In, type EntityManager } from "typeorm";
import { HouseholdEntity } from "../household/household.entity.js";
import { PovertyReviewEntity } from "../poverty-review/poverty-review.entity.js";
import { applicableStandards } from "../poverty-standard/applicable-standards.js";
import { PovertyStandardEntity } from "../poverty-standard/poverty-standard.entity.js";
import {
  classifyHousehold,
  type Classification,
  type DecidedReview,
  type ReviewedHousehold,
} from "./classify-household.js";
import { HouseholdClassificationEntity } from "./household-classification.entity.js";

/** Stores the classes of households that moved, or that came under another income line. */
export function updateClassificationsOfMoved(
  manager: EntityManager,
  households: readonly Change<Pick<HouseholdEntity, "id" | "localityId" | "isUrban">>[],
): Promise<void> {
  const moved = households.filter(
    (household) => household.before !== null && differs(household, "localityId", "isUrban"),
  );
  return updateClassifications(
    manager,
    moved.map(({ after }) => after.id),
  );
}

/** Stores the classes of these households that follow from their reviews, their place and the standards. */
export async function updateClassifications(
  manager: EntityManager,
  householdIds: readonly string[],
): Promise<void> {
  if (householdIds.length === 0) return;
  const households = await reviewedHouseholds(manager, householdIds);
  const reviews = groupBy(
    await tableOf(manager, PovertyReviewEntity).readBy("householdId", householdIds),
    (review) => review.householdId,
  );
  const table = tableOf(manager, HouseholdClassificationEntity);
  const stored = groupBy(await table.readBy("householdId", householdIds), (row) => row.householdId);
  const changed = households.flatMap((household) => {
    const { householdId: id } = household;
    const wanted = classifyHousehold(household, (reviews.get(id) ?? []).flatMap(decidedReview));
    return isSame(wanted, stored.get(id) ?? []) ? [] : [{ id, wanted }];
  });
  await table.deleteBy(
    "householdId",
    changed.map(({ id }) => id),
  );
  await bulkInsert(
    manager,
    HouseholdClassificationEntity,
    changed.flatMap(({ wanted }) => wanted),
  );
}

async function reviewedHouseholds(
  manager: EntityManager,
  householdIds: readonly string[],
): Promise<ReviewedHousehold[]> {
  const households = await tableOf(manager, HouseholdEntity).readBy("id", householdIds);
  const standards = await manager.getRepository(PovertyStandardEntity).find();
  const territory = await manager.getRepository(TerritoryEntity).findBy({
    localityId: In([...new Set(households.map(({ localityId }) => localityId))]),
    unitId: In(standards.flatMap(({ issuedById }) => (issuedById === null ? [] : [issuedById]))),
  });
  const issuersOf = groupBy(territory, ({ localityId }) => localityId);
  return households.map(({ id, localityId, isUrban }) => {
    const provinceIds = (issuersOf.get(localityId) ?? []).map(({ unitId }) => unitId);
    const applicable = applicableStandards(standards, (provinceId) => provinceIds.includes(provinceId));
    return { householdId: id, localityId, isUrban, standards: applicable };
  });
}

function decidedReview({ decidedOn, ...review }: PovertyReviewEntity): DecidedReview[] {
  return decidedOn === null ? [] : [{ ...review, decidedOn, lastDayOnRegister: null }];
}

function isSame(wanted: readonly Classification[], stored: readonly Classification[]): boolean {
  if (wanted.length !== stored.length) return false;
  const known = new Set(stored.map(fingerprint));
  return wanted.every((row) => known.has(fingerprint(row)));
}

/** Equal for equal rows. */
const fingerprint = (row: Classification) =>
  JSON.stringify([
    row.reviewId,
    row.standardId,
    row.isReporting,
    row.localityId,
    row.class,
    row.since,
    row.until,
  ]);
