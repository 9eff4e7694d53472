import { HouseholdEntity } from "@an-sinh/households/household/household.entity";
import { HouseholdClassificationEntity } from "@an-sinh/households/poverty-review/household-classification.entity";
import { PovertyReviewEntity } from "@an-sinh/households/poverty-review/poverty-review.entity";
import { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { bulkInsert } from "@an-sinh/subgraph-kit/database/bulk-insert";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import { In, type EntityManager } from "typeorm";
import { deleteBy } from "../../import/store.js";
import { tableOf } from "../../import/table.js";
import { classificationsOf, type Classification, type Judged } from "./classifications.js";

/** Brings the classes of households in line with their reviews, place and standards. */
export async function reclassify(manager: EntityManager, householdIds: readonly string[]): Promise<void> {
  const ids = [...new Set(householdIds)];
  if (ids.length === 0) return;
  const households = await judgedHouseholds(manager, ids);
  const reviews = groupByHousehold(
    (await rowsOf(manager, PovertyReviewEntity, ids)) as PovertyReviewEntity[],
  );
  const before = groupByHousehold(await rowsOf(manager, HouseholdClassificationEntity, ids));
  const changed = households.flatMap((household) => {
    const wanted = classificationsOf(household, reviews.get(household.householdId) ?? []);
    const found = before.get(household.householdId) ?? [];
    return isSame(wanted, found) ? [] : [{ id: household.householdId, wanted }];
  });
  await deleteBy(
    manager,
    HouseholdClassificationEntity,
    "householdId",
    changed.map(({ id }) => id),
  );
  await bulkInsert(
    manager,
    HouseholdClassificationEntity,
    changed.flatMap(({ wanted }) => wanted),
  );
}

async function rowsOf<Entity extends object>(
  manager: EntityManager,
  entity: new () => Entity,
  householdIds: readonly string[],
): Promise<Entity[]> {
  return (await tableOf(manager, entity).readBy("householdId", householdIds)) as unknown as Entity[];
}

function groupByHousehold<Row extends { readonly householdId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.householdId);
    if (group) group.push(row);
    else groups.set(row.householdId, [row]);
  }
  return groups;
}

async function judgedHouseholds(manager: EntityManager, ids: readonly string[]): Promise<Judged[]> {
  const households = await tableOf(manager, HouseholdEntity).readBy("id", ids);
  const standards = await manager.getRepository(PovertyStandardEntity).find();
  const localities = [...new Set(households.map(({ localityId }) => String(localityId)))];
  const issuers = standards.flatMap(({ issuedById }) => (issuedById === null ? [] : [issuedById]));
  const issuing = await manager
    .getRepository(TerritoryEntity)
    .findBy({ localityId: In(localities), unitId: In(issuers) });
  const isIn = new Set(issuing.map(({ unitId, localityId }) => `${unitId} ${localityId}`));
  const central = standards.filter(({ issuedById }) => issuedById === null);
  return households.map(({ id, localityId, isUrban }) => ({
    householdId: String(id),
    localityId: String(localityId),
    isUrban: isUrban === true,
    central,
    own: standards.filter(({ issuedById }) => isIn.has(`${issuedById} ${String(localityId)}`)),
  }));
}

function isSame(wanted: readonly Classification[], found: readonly Classification[]): boolean {
  if (wanted.length !== found.length) return false;
  const known = new Set(found.map(print));
  return wanted.every((row) => known.has(print(row)));
}

const print = (row: Classification) =>
  JSON.stringify([
    row.reviewId,
    row.standardId,
    row.isReporting,
    row.localityId,
    row.class,
    row.since,
    row.until,
  ]);
