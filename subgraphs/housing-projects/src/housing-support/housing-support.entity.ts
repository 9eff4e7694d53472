import { bigint, enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Audited } from "@an-sinh/subgraph-kit/federation/audited";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import { HousingSupportProgram } from "./housing-support.enums.js";

@Audited({ by: "household { id }" })
@RequiresScopes("housing:read")
@ObjectType("HousingSupport", {
  description: "Money that a household was granted to build or repair its house.",
})
@Entity("housing_support")
@Index(["householdId", "decidedOn", "id"])
export class HousingSupportEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  /** Where the house stands. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Field(() => HousingSupportProgram, { description: "The program under which it was granted." })
  @Column({ ...enumeration })
  program!: HousingSupportProgram;

  @Field(() => ConstructionKind, { description: "What is built with it." })
  @Column({ ...enumeration })
  kind!: ConstructionKind;

  @Field(() => VndScalar, { description: "The whole support, in dong: the sum of what the sources pay." })
  @Column({ ...bigint })
  amount!: number;

  @Field(() => String, {
    nullable: true,
    description: "The number of the granting decision. Null: not on record.",
  })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Field(() => DateScalar, { description: "The day of the granting decision." })
  @Column({ type: "date", name: "decided_on" })
  decidedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The day on which the work was accepted. Null: not completed yet.",
  })
  @Column({ type: "date", name: "completed_on", nullable: true })
  completedOn!: string | null;
}
