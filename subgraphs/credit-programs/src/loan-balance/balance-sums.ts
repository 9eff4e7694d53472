import { bigint } from "@an-sinh/subgraph-kit/database/columns";
import { Column } from "typeorm";

/** What is owed on 31 December of a year, as totals add it up. */
export abstract class BalanceSums {
  @Column({ type: "int" })
  loans!: number;

  /** Each household once. */
  @Column({ type: "int" })
  households!: number;

  /** Dong. */
  @Column({ ...bigint })
  outstanding!: number;

  /** Dong. */
  @Column({ ...bigint })
  overdue!: number;
}
