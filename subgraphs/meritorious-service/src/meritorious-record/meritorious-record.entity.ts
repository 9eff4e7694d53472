import { enumeration, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { DateScalar } from "@an-sinh/subgraph-kit/scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from "typeorm";
import { MeritoriousCategoryEntity } from "../meritorious-category/meritorious-category.entity.js";
import { MeritoriousStatus } from "./meritorious-record.enums.js";

@ObjectType("MeritoriousRecord", {
  description:
    "The recognition of one person in one category: as a person with meritorious service, or as the relative of one (Ordinance 02/2020/UBTVQH14).",
})
@Directive('@key(fields: "id")')
@Entity("meritorious_record")
// Lists stand in the order of locality and id, so that each filter seeks in its own index.
@Index(["localityId", "id"])
@Index(["categoryId", "localityId", "id"])
@Index(["status", "localityId", "id"])
@Index(["personId", "id"])
// Serves the statistics from the index alone, and lists by unit and category.
@Index(["localityId", "categoryId", "id", "recognizedOn", "endedOn"])
export class MeritoriousRecordEntity {
  @Field(() => ID, { description: "Opaque and stable." })
  @PrimaryColumn({ ...identifier })
  id!: string;

  /** A person of the households department. */
  @Column({ ...identifier, name: "person_id" })
  personId!: string;

  @Column({ ...identifier, name: "category_id" })
  categoryId!: string;

  @ManyToOne(() => MeritoriousCategoryEntity)
  @JoinColumn({ name: "category_id" })
  category?: MeritoriousCategoryEntity;

  /** Where the record is kept: the locality of the person's household. */
  @Column({ ...identifier, name: "locality_id" })
  localityId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The loss of working capacity found by the medical council, in percent. Null: the category is not assessed by it; war invalids (from 21), sick soldiers and victims of toxic chemicals are.",
  })
  @Column({ type: "int", name: "injury_rate_percent", nullable: true })
  injuryRatePercent!: number | null;

  @Field(() => DateScalar, { description: "The day of the decision that recognized the person." })
  @Column({ type: "date", name: "recognized_on" })
  recognizedOn!: string;

  @Field(() => String, { nullable: true, description: "The decision's number. Null: not recorded." })
  @Column({ type: "varchar", length: 60, name: "decision_number", nullable: true })
  decisionNumber!: string | null;

  @Field(() => MeritoriousStatus, { description: "How the record stands today." })
  @Column({ ...enumeration })
  status!: MeritoriousStatus;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The first day on which the record is no longer in force: the day of death or of suspension; the day of recognition itself where that came after death. Null: in force.",
  })
  @Column({ type: "date", name: "ended_on", nullable: true })
  endedOn!: string | null;

  @Index()
  @Column({ ...identifier, name: "relative_of_id", nullable: true })
  relativeOfId!: string | null;

  @ManyToOne(() => MeritoriousRecordEntity)
  @JoinColumn({ name: "relative_of_id" })
  relativeOf?: MeritoriousRecordEntity | null;
}
