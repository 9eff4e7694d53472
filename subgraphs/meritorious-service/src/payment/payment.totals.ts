import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { PaymentTotalEntity } from "./payment-total.entity.js";
import { PaymentEntity } from "./payment.entity.js";

export const paymentTotals = defineTotals<PaymentEntity, PaymentTotalEntity>({
  entity: PaymentTotalEntity,
  counted: PaymentEntity,
  places: byUnit,
  version: 1,
  count: (payments, add) => {
    for (const { year, categoryId, channel, amount } of payments)
      add({ year, categoryId, channel, payments: 1, amount });
  },
});
