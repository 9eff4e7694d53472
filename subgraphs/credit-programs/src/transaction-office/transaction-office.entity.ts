import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { About, Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("TransactionOffice", {
  description:
    "An office of the Viet Nam Bank for Social Policies that disburses loans and takes repayments.",
})
@Entity("transaction_office")
export class TransactionOfficeEntity {
  @Title("Mã định danh phòng giao dịch", "Transaction office ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @About("Tên phòng giao dịch của Ngân hàng Chính sách xã hội.")
  @Title("Tên phòng giao dịch", "Transaction office")
  @Field(() => String, { description: "The name of the office, in Vietnamese." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Column({ ...identifier, name: "administrative_unit_id" })
  administrativeUnitId!: string;
}
