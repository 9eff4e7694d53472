import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import type { EntityManager } from "typeorm";
import type { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";

/** Payments repeat the category of their record. When a record gets another category, its payments get it too. */
export async function updatePaymentCategories(
  manager: EntityManager,
  records: readonly Change<Pick<MeritoriousRecordEntity, "id" | "categoryId">>[],
): Promise<void> {
  const recordIds = records
    .filter((record) => record.before !== null && differs(record, "categoryId"))
    .map(({ after }) => after.id);
  if (recordIds.length === 0) return;
  await manager.query(
    `UPDATE payment SET category_id = (
       SELECT record.category_id FROM meritorious_record record WHERE record.id = payment.record_id)
     WHERE record_id IN (${placeholders(recordIds.length)})`,
    recordIds,
  );
}
