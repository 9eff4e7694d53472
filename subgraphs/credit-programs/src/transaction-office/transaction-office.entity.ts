import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.catalog })
@ObjectType("TransactionOffice", {
  description:
    "An office of the Viet Nam Bank for Social Policies that disburses loans and takes repayments.",
})
@Entity("transaction_office")
export class TransactionOfficeEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Field(() => String, { description: "The name of the office, in Vietnamese." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Column({ ...identifier, name: "administrative_unit_id" })
  administrativeUnitId!: string;
}
