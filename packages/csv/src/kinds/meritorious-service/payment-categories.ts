import { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { PaymentEntity } from "@an-sinh/meritorious-service/payment/payment.entity";
import type { EntityManager } from "typeorm";
import { tableOf } from "../../import/table.js";
import type { Change } from "../../file-kind.js";

/** Payments repeat the category of their record: of records that got another one, they follow. */
export async function updatePaymentCategories(
  manager: EntityManager,
  changes: readonly Change[],
): Promise<void> {
  const recordIds = changes.flatMap(({ before, after }) =>
    before && before["categoryId"] !== after["categoryId"] ? [after["id"]] : [],
  );
  if (recordIds.length === 0) return;
  const payment = tableOf(manager, PaymentEntity);
  const record = tableOf(manager, MeritoriousRecordEntity);
  await manager.query(
    `UPDATE ${payment.name} SET category_id = (
       SELECT record.category_id FROM ${record.name} record WHERE record.id = ${payment.name}.record_id)
     WHERE record_id IN (${recordIds.map(() => "?").join(", ")})`,
    recordIds,
  );
}
