import { nestedPages } from "@an-sinh/subgraph-kit/pagination/nested-pages";
import { PaymentEntity } from "./payment.entity.js";

/** A record's payments, the latest month first. */
export const paymentsOfRecord = nestedPages({
  entity: PaymentEntity,
  alias: "payment",
  parent: "recordId",
  ordering: {
    name: "payments",
    direction: "DESC",
    columns: [
      { expression: "payment.month", type: "string", value: (payment) => payment.month },
      { expression: "payment.id", type: "string", value: (payment) => payment.id },
    ],
  },
});
