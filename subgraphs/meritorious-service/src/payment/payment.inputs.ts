import { connectionType } from "@an-sinh/subgraph-kit/pagination/connection";
import { PaymentEntity } from "./payment.entity.js";

export const PaymentConnection = connectionType(() => PaymentEntity, "Payment");
