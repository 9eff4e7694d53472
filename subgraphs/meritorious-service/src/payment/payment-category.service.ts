import { differs, type Change } from "@an-sinh/subgraph-kit/database/change";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { writeChanges } from "@an-sinh/subgraph-kit/totals/write-changes";
import type { EntityManager } from "typeorm";
import type { MeritoriousRecordEntity } from "../meritorious-record/meritorious-record.entity.js";
import { paymentTotals } from "./payment.totals.js";
import { PaymentEntity } from "./payment.entity.js";

type RecordChange = Change<Pick<MeritoriousRecordEntity, "id" | "categoryId">>;

/** Payments repeat the category of their record. When a record gets another category, its payments get it too. */
export async function updatePaymentCategories(
  manager: EntityManager,
  records: readonly RecordChange[],
): Promise<void> {
  const changed = records.filter((record) => record.before !== null && differs(record, "categoryId"));
  const categories = new Map(changed.map(({ after }) => [after.id, after.categoryId]));
  const payments = await tableOf(manager, PaymentEntity).readBy("recordId", categories.keys());
  const changes = payments.map((before) => ({
    before,
    after: { ...before, categoryId: categories.get(before.recordId) ?? before.categoryId },
  }));
  await writeChanges(manager, [paymentTotals], PaymentEntity, changes);
}
