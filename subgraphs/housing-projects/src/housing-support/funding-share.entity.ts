import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { FundingSource } from "./housing-support.enums.js";
import { HousingSupportEntity } from "./housing-support.entity.js";

@ObjectType("FundingShare", { description: "What one source pays of a housing support." })
@Entity("funding_share")
export class FundingShareEntity {
  @PrimaryColumn({ ...identifier, name: "support_id" })
  supportId!: string;

  @ManyToOne(() => HousingSupportEntity)
  @JoinColumn({ name: "support_id" })
  support?: HousingSupportEntity;

  @Title("Nguồn kinh phí", "Source of funds")
  @Field(() => FundingSource, { description: "Who pays." })
  @PrimaryColumn({ ...enumeration })
  source!: FundingSource;

  @Title("Số tiền theo nguồn", "Amount from the source")
  @Field(() => VndScalar, { description: "The share, in dong." })
  @Column({ ...bigint })
  amount!: number;
}
