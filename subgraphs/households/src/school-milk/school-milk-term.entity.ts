import { identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * The shares of the school milk that budget, parents and suppliers pay for one group of children in a province, with
 * their validity. They are in percent and add up to 100.
 */
@Entity("school_milk_term")
export class SchoolMilkTermEntity {
  @PrimaryColumn({ ...identifier })
  id!: string;

  @Column({ ...identifier, name: "unit_id" })
  unitId!: string;

  /** Null: for all children, because the province makes no difference between them. */
  @Column({ type: "boolean", name: "is_for_policy_children", nullable: true })
  isForPolicyChildren!: boolean | null;

  @Column({ type: "int", name: "budget_percent" })
  budgetPercent!: number;

  @Column({ type: "int", name: "parents_percent" })
  parentsPercent!: number;

  @Column({ type: "int", name: "suppliers_percent" })
  suppliersPercent!: number;

  /** In whole years on the day, both included. */
  @Column({ type: "int", name: "youngest_age" })
  youngestAge!: number;

  @Column({ type: "int", name: "oldest_age" })
  oldestAge!: number;

  @Column({ type: "date", name: "valid_from" })
  validFrom!: string;

  @Column({ type: "date", name: "valid_to", nullable: true })
  validTo!: string | null;

  @Column({ type: "varchar", length: 200, name: "legal_basis" })
  legalBasis!: string;
}
