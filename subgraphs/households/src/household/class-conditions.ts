import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { TerritoryEntity } from "@an-sinh/territory/territory.entity";
import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { HouseholdClassificationEntity } from "../poverty-review/household-classification.entity.js";

/** By which standard (null: the one reported by) and on which day classes are judged. */
export interface Judgment {
  readonly standardId: string | null;
  readonly on: string;
}

/** Keeps the classifications under the judgment's standard. The parameters are set by the caller. */
export function judged<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  { standardId }: Judgment,
): SelectQueryBuilder<Row> {
  return query.andWhere(
    standardId === null ? `${alias}.isReporting = TRUE` : `${alias}.standardId = :standardId`,
  );
}

/** Keeps those of them that are in force on the judgment's day. */
export function inForce<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  judgment: Judgment,
): SelectQueryBuilder<Row> {
  return judged(query, alias, judgment)
    .andWhere(`${alias}.since <= :on`)
    .andWhere(`(${alias}.until IS NULL OR ${alias}.until >= :on)`);
}

/** Keeps decisions that a household has escaped poverty, from the day `escapedSince` to the judgment's. */
export function escapes<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  judgment: Judgment,
): SelectQueryBuilder<Row> {
  return judged(query, alias, judgment)
    .andWhere(`${alias}.class = 'NEWLY_ESCAPED'`)
    .andWhere(`${alias}.since BETWEEN :escapedSince AND :on`);
}

/** Up to so many households of a unit are found by their classes first and sorted afterwards. */
const few = 500;

/**
 * The ids of a unit's households with classifications that `narrow` keeps, where they are few: a page of
 * them would else be looked for through the whole unit in the order of the codes. Null: they are many, so
 * that a page is soon full.
 */
export async function findIfFew(
  context: RequestContext,
  unitId: string,
  narrow: (classifications: SelectQueryBuilder<HouseholdClassificationEntity>) => void,
): Promise<string[] | null> {
  const query = context
    .read(HouseholdClassificationEntity, "classification")
    .select("classification.householdId", "id")
    .innerJoin(TerritoryEntity, "territory", "territory.localityId = classification.localityId")
    .where("territory.unitId = :unitId", { unitId })
    .limit(few + 1);
  narrow(query);
  const rows = await query.getRawMany<{ id: string }>();
  return rows.length > few ? null : rows.map(({ id }) => id);
}
