import { decimal, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { CacheControl, maxAge } from "@an-sinh/subgraph-kit/federation/cache-control";
import { Title } from "@an-sinh/subgraph-kit/federation/titles";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

@CacheControl({ maxAge: maxAge.statistics })
@ObjectType("LaborStatistics", {
  description:
    "Jobs and training in a unit in a year, as the unit reported them. They are not counted in the register.",
})
@Entity("labor_year")
export class LaborYearEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @Title("Năm")
  @Field(() => Int, { description: "The year." })
  @PrimaryColumn({ type: "int" })
  year!: number;

  @Title("Số lao động có việc làm mới", "Workers with new jobs")
  @Field(() => Int, {
    nullable: true,
    description: "Workers who found a new job during the year. Null: not on record.",
  })
  @Column({ type: "int", name: "new_jobs", nullable: true })
  newJobs!: number | null;

  @Title("Tỷ lệ lao động qua đào tạo (%)", "Trained workers (%)")
  @Field(() => Float, {
    nullable: true,
    description:
      "Trained workers in percent of all workers on 31 December: 78 means 78 %. Null: not on record.",
  })
  @Column({ ...decimal(5, 2), name: "trained_worker_rate_percent", nullable: true })
  trainedWorkerRatePercent!: number | null;
}
