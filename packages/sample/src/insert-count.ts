import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { TotalChanges } from "@an-sinh/subgraph-kit/totals/total-changes";
import type { Totals } from "@an-sinh/subgraph-kit/totals/totals";
import type { EntityManager } from "typeorm";
import type { FollowingTable, InsertedTable } from "./sample-table.js";

/** Whether these totals can count the rows of a table while they are inserted. The others count them afterwards. */
export const countsInserts = (
  { counted, details, subject }: Totals,
  table: InsertedTable | FollowingTable,
): boolean =>
  !("fill" in table) &&
  counted === table.entity &&
  !details &&
  (subject === undefined || subject === table.subject);

/** Counts the rows of one table for its totals while they are inserted, so that they need not be read again. */
export class InsertCount {
  readonly #alone: readonly Totals[];
  readonly #together: readonly Totals[];
  #waiting: readonly object[] = [];

  constructor(
    private readonly manager: EntityManager,
    private readonly table: InsertedTable,
    totals: readonly Totals[],
  ) {
    const counting = totals.filter((each) => countsInserts(each, table));
    this.#alone = counting.filter(({ subject }) => subject === undefined);
    this.#together = counting.filter(({ subject }) => subject !== undefined);
  }

  /** Rows in the order in which they are inserted. */
  async add(rows: readonly object[]): Promise<void> {
    if (this.#alone.length > 0)
      await this.#count(
        this.#alone,
        rows.map((row) => [row]),
      );
    if (this.#together.length === 0) return;
    const subjects = [...groupBy([...this.#waiting, ...rows], this.#subjectOf).values()];
    // The next rows may belong to the last subject.
    this.#waiting = subjects.pop() ?? [];
    await this.#count(this.#together, subjects);
  }

  /** To be called after the last rows. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) await this.#count(this.#together, [this.#waiting]);
  }

  readonly #subjectOf = (row: object): unknown =>
    (row as Readonly<Record<string, unknown>>)[this.table.subject ?? ""];

  #count(totals: readonly Totals[], subjects: readonly (readonly object[])[]): Promise<void> {
    return TotalChanges.of(this.manager).add(totals, subjects, 1);
  }
}
