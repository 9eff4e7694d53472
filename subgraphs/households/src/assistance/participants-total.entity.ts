import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** How many households on the register take part in a livelihood model. */
@Entity("participants_total")
export class ParticipantsTotalEntity {
  @PrimaryColumn({ ...identifier, name: "livelihood_model_id" })
  livelihoodModelId!: string;

  @Column({ type: "int" })
  households!: number;
}
