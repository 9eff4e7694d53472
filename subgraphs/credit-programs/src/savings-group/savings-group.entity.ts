import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { TransactionOfficeEntity } from "../transaction-office/transaction-office.entity.js";
import { EntrustedOrganization } from "./savings-group.enums.js";

@RequiresScopes("credit:read")
@ObjectType("SavingsGroup", {
  description:
    "A savings-and-credit group: neighbors who borrow from the policy bank through an entrusted organization.",
})
@Entity("savings_group")
@Index(["localityId", "id"])
@Index(["localityId", "entrustedOrganization"])
@Index(["entrustedOrganization", "localityId", "id"])
@Index(["transactionOfficeId", "localityId", "id"])
export class SavingsGroupEntity {
  @Title("Mã định danh tổ", "Savings group ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Title("Tên tổ tiết kiệm và vay vốn", "Savings group")
  @Field(() => String, { description: "The name of the group, in Vietnamese." })
  @Column({ type: "varchar", length: 160 })
  name!: string;

  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Title("Tổ chức hội nhận ủy thác")
  @Field(() => EntrustedOrganization, { description: "The organization that manages the group." })
  @Column({ ...enumeration, name: "entrusted_organization" })
  entrustedOrganization!: EntrustedOrganization;

  @Column({ ...identifier, name: "transaction_office_id" })
  transactionOfficeId!: string;

  @ManyToOne(() => TransactionOfficeEntity)
  @JoinColumn({ name: "transaction_office_id" })
  transactionOffice?: TransactionOfficeEntity;
}
