import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { PaymentChannel } from "./payment.enums.js";

/** What was paid in a unit for the months of a year. */
@Entity("payment_total")
export class PaymentTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;

  @PrimaryColumn({ ...identifier, name: "category_id" })
  categoryId!: string;

  @PrimaryColumn({ ...enumeration })
  channel!: PaymentChannel;

  @Column({ type: "int" })
  payments!: number;

  /** Dong. */
  @Column({ ...bigint })
  amount!: number;
}
