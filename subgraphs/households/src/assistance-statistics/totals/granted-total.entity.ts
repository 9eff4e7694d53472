import { bigint, identifier } from "@an-sinh/subgraph-kit/database/columns";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a program gave to households on the register and their members, by the years of the grants. */
@Entity("granted_assistance_total")
export class GrantedTotalEntity {
  @PrimaryColumn({ ...identifier, name: "unit_id" })
  unitId!: string;

  @PrimaryColumn({ ...identifier, name: "program_code" })
  programCode!: string;

  /** The columns of a run of years: see `year-runs.ts` of the kit. A grant is counted as a run of its own. */
  @PrimaryColumn({ type: "int", name: "from_year" })
  fromYear!: number;

  @PrimaryColumn({ type: "int", name: "to_year" })
  toYear!: number;

  @PrimaryColumn({ type: "int", name: "previous_to_year" })
  previousToYear!: number;

  /** Households that received it themselves or for a member. */
  @Column({ type: "int" })
  households!: number;

  /** Households that received it themselves. */
  @Column({ type: "int", name: "recipient_households" })
  recipientHouseholds!: number;

  /** Dong given once. */
  @Column({ ...bigint })
  amount!: number;

  /** Dong that monthly grants give in a whole year. */
  @Column({ ...bigint, name: "yearly_amount" })
  yearlyAmount!: number;

  /** Dong of a whole year that monthly grants do not give in their first year, because they begin in it. */
  @Column({ ...bigint, name: "missing_in_first_year" })
  missingInFirstYear!: number;

  /** Dong of a whole year that monthly grants do not give in their last year, because they end in it. */
  @Column({ ...bigint, name: "missing_in_last_year" })
  missingInLastYear!: number;
}
