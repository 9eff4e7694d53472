import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { TotalChanges } from "@an-sinh/subgraph-kit/totals/total-changes";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { In, type EntityManager } from "typeorm";
import { isOfMinority } from "../household/ethnic-minority.js";
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
import { classificationTotals } from "./totals/classification.totals.js";

/** Stores the classes of households that moved, that came under another income line, or whose ethnic group changed. */
export function updateClassificationsOfChanged(
  manager: EntityManager,
  households: readonly Change<Pick<HouseholdEntity, "id" | "localityId" | "isUrban" | "ethnicGroup">>[],
): Promise<void> {
  const changed = households.filter(
    (household) => household.before !== null && differs(household, "localityId", "isUrban", "ethnicGroup"),
  );
  return updateClassifications(
    manager,
    changed.map(({ after }) => after.id),
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
    const known = stored.get(id) ?? [];
    return isSame(wanted, known) ? [] : [{ id, wanted, known }];
  });
  if (changed.length === 0) return;
  await countReplaced(manager, changed);
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

/** All classes of a household before and after. */
interface ReplacedClasses {
  readonly known: readonly Classification[];
  readonly wanted: readonly Classification[];
}

async function countReplaced(manager: EntityManager, replaced: readonly ReplacedClasses[]): Promise<void> {
  const totals = TotalChanges.of(manager);
  const [known, wanted] = [replaced.map((one) => one.known), replaced.map((one) => one.wanted)];
  await totals.add(classificationTotals, known, -1);
  await totals.add(classificationTotals, wanted, 1);
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
  return households.map(({ id, localityId, isUrban, ethnicGroup }) => {
    const provinceIds = (issuersOf.get(localityId) ?? []).map(({ unitId }) => unitId);
    const applicable = applicableStandards(standards, (provinceId) => provinceIds.includes(provinceId));
    const isMinority = isOfMinority({ ethnicGroup });
    return { householdId: id, localityId, isUrban, isMinority, standards: applicable };
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
    row.isMinority,
    row.class,
    row.since,
    row.until,
  ]);
