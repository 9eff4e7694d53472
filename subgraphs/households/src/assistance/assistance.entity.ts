import { bigint, decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { RequiresScopes } from "@an-sinh/subgraph-kit/federation/requires-scopes";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { DateScalar, VndScalar } from "@an-sinh/subgraph-kit/scalars";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { AssistanceProgramEntity } from "../assistance-program/assistance-program.entity.js";
import { HouseholdEntity } from "../household/household.entity.js";
import { LivelihoodModelEntity } from "../livelihood-model/livelihood-model.entity.js";
import { PersonEntity } from "../person/person.entity.js";

@RequiresScopes("households:read")
@ObjectType("Assistance", {
  description: "What a household, or one of its members, was granted under a program of assistance.",
})
@Entity("assistance")
@Index(["householdId", "from", "id"])
@Index(["personId", "from", "id"])
@Index(["livelihoodModelId", "householdId"])
export class AssistanceEntity {
  @Title("Mã định danh khoản trợ giúp", "Assistance ID")
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "household_id" })
  householdId!: string;

  @ManyToOne(() => HouseholdEntity)
  @JoinColumn({ name: "household_id" })
  household?: HouseholdEntity;

  /** Null: granted to the household as a whole. */
  @Column({ ...identifier, name: "person_id", nullable: true })
  personId!: string | null;

  @ManyToOne(() => PersonEntity)
  @JoinColumn({ name: "person_id" })
  person?: PersonEntity | null;

  /** Where the household lived when it was granted. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Column({ ...identifier, name: "program_code" })
  programCode!: string;

  @ManyToOne(() => AssistanceProgramEntity)
  @JoinColumn({ name: "program_code" })
  program?: AssistanceProgramEntity;

  @Column({ ...identifier, name: "livelihood_model_id", nullable: true })
  livelihoodModelId!: string | null;

  @ManyToOne(() => LivelihoodModelEntity)
  @JoinColumn({ name: "livelihood_model_id" })
  livelihoodModel?: LivelihoodModelEntity | null;

  @Title("Số tiền")
  @Field(() => VndScalar, {
    description: "Dong a month if it is monthly, else dong in all. For goods and animals: their value.",
  })
  @Column({ ...bigint })
  amount!: number;

  @Title("Hằng tháng", "Monthly")
  @Field(() => Boolean, { description: "Whether the amount is paid every month from `from` to `to`." })
  @Column({ type: "boolean", name: "is_monthly" })
  isMonthly!: boolean;

  @Title("Hệ số")
  @Field(() => Float, {
    nullable: true,
    description:
      "The amount is so many times the level of the program. Null: it does not come from a coefficient.",
  })
  @Column({ ...decimal(4, 2), nullable: true })
  coefficient!: number | null;

  @Title("Số lượng")
  @Field(() => Int, {
    nullable: true,
    description: "How many animals, or how many insured members. Null: nothing is counted.",
  })
  @Column({ type: "int", nullable: true })
  quantity!: number | null;

  @Title("Từ ngày")
  @Field(() => DateScalar, {
    description:
      "The first day, or the day on which it was given once. A monthly amount begins on the first of a month.",
  })
  @Column({ type: "date", name: "from_on" })
  from!: string;

  @Title("Đến ngày")
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The last day. If it was given once: the same day, or the last day of that year that it covers. Null: no end is set.",
  })
  @Column({ type: "date", name: "to_on", nullable: true })
  to!: string | null;

  @Title("Số quyết định")
  @Field(() => String, {
    nullable: true,
    description: "The number of the granting decision. Null: not on record.",
  })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;
}
