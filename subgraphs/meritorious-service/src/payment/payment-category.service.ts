import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { placeholders } from "@an-sinh/subgraph-kit/database/placeholders";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { countChanges } from "@an-sinh/subgraph-kit/totals/count-changes";
import type { EntityManager } from "typeorm";
import type { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { paymentTotals } from "./payment-totals.js";
import { PaymentEntity } from "./payment.entity.js";

type RecordChange = Change<Pick<MeritoriousRecordEntity, "id" | "categoryId">>;

/** Payments repeat the category of their record. When a record gets another category, its payments get it too. */
export async function updatePaymentCategories(
  manager: EntityManager,
  records: readonly RecordChange[],
): Promise<void> {
  const changed = records.filter((record) => record.before !== null && differs(record, "categoryId"));
  if (changed.length === 0) return;
  const categories = new Map(changed.map(({ after }) => [after.id, after.categoryId]));
  await countPayments(manager, categories);
  await manager.query(
    `UPDATE payment SET category_id = (
       SELECT record.category_id FROM meritorious_record record WHERE record.id = payment.record_id)
     WHERE record_id IN (${placeholders(categories.size)})`,
    [...categories.keys()],
  );
}

/** Counts the payments of records in the categories that these get. */
async function countPayments(manager: EntityManager, categories: ReadonlyMap<string, string>): Promise<void> {
  const payments = await tableOf(manager, PaymentEntity).readBy("recordId", categories.keys());
  const changes = payments.map((before) => ({
    before,
    after: { ...before, categoryId: categories.get(before.recordId) ?? before.categoryId },
  }));
  await countChanges(manager, [paymentTotals], PaymentEntity, changes);
}
