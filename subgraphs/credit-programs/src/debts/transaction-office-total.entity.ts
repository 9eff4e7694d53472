import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Entity, PrimaryColumn } from "typeorm";
import { BalanceSums } from "../loan-balance/balance-sums.js";

/** What is owed on the loans of a transaction office on 31 December of a year. */
@Entity("transaction_office_total", { withoutRowid: true })
export class TransactionOfficeTotalEntity extends BalanceSums {
  @PrimaryColumn({ ...identifier, name: "transaction_office_id" })
  transactionOfficeId!: string;

  @PrimaryColumn({ type: "int" })
  year!: number;
}
