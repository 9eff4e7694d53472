import type { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import type { CareNormEntity } from "./care-norm.entity.js";

type RecordFacts = Pick<MeritoriousRecordEntity, "categoryId" | "injuryRatePercent">;

/** The norm that counts for a record, of those of one kind that are in force on a day. Null: none is for it. */
export const findNormOfRecord = (
  norms: readonly CareNormEntity[],
  record: RecordFacts,
): CareNormEntity | null =>
  norms.toSorted((a, b) => a.position - b.position).find((norm) => isFor(norm, record)) ?? null;

const isFor = ({ categoryIds, minimumInjuryRatePercent }: CareNormEntity, record: RecordFacts): boolean =>
  (categoryIds === null || categoryIds.includes(record.categoryId)) &&
  (minimumInjuryRatePercent === null || (record.injuryRatePercent ?? 0) >= minimumInjuryRatePercent);
