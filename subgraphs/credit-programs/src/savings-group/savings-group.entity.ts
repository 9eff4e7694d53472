import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { EntrustedOrganisation } from "./entrusted-organisation.js";

@ObjectType("SavingsGroup", {
  description:
    "A savings-and-credit group: neighbours who borrow from the policy bank through an entrusted organisation.",
})
@Entity("savings_group")
@Index(["localityId", "id"])
@Index(["localityId", "entrustedOrganisation"])
@Index(["entrustedOrganisation", "localityId", "id"])
@Index(["transactionOfficeId", "localityId", "id"])
export class SavingsGroupEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Field(() => String, { description: "The name of the group, in Vietnamese." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Field(() => EntrustedOrganisation, { description: "The organisation that manages the group." })
  @Column({ ...enumeration, name: "entrusted_organisation" })
  entrustedOrganisation!: EntrustedOrganisation;

  @Column({ ...identifier, name: "transaction_office_id" })
  transactionOfficeId!: string;

  @ManyToOne(() => TransactionOfficeEntity)
  @JoinColumn({ name: "transaction_office_id" })
  transactionOffice?: TransactionOfficeEntity;
}
