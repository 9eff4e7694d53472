import type { TableUse } from "./table-use.js";

/** Of the connections, and of the places in the queue, so many may be for statements that read one and the same table. */
const shareOfTable = 0.75;
const partOf = (whole: number) => Math.max(1, Math.floor(shareOfTable * whole));

interface Waiting {
  readonly tables: readonly TableUse[];
  readonly go: () => void;
}

/**
 * Says which statement may use a connection. A table that somebody has locked does not take all of them: what reads other
 * tables goes past the statements that wait for it. Tables that are known to be locked have one connection each, to find
 * out when they no longer are, and together no more than one table may have: any number of them leaves some for others.
 */
export class ReadTurns {
  private readonly queue = new Set<Waiting>();
  private readonly locked = new Set<TableUse>();
  private readonly mostOfTable: number;
  private readonly mostWaitingOfTable: number;
  private taken = 0;

  constructor(
    private readonly connections: number,
    private readonly mostWaiting: number,
  ) {
    this.mostOfTable = partOf(connections);
    this.mostWaitingOfTable = partOf(mostWaiting);
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Whether a statement that reads these tables has its turn now. Then `give` it back. */
  take(tables: readonly TableUse[]): boolean {
    if (!this.isFree(tables)) return false;
    this.begin(tables);
    return true;
  }

  /** Calls `go` when it is the statement's turn. Returns what ends the waiting; null: too many wait. */
  wait(tables: readonly TableUse[], go: () => void): (() => void) | null {
    if (this.queue.size >= this.mostWaiting) return null;
    if (tables.some(({ waiting }) => waiting >= this.mostWaitingOfTable)) return null;
    if (this.isLocked(tables) && this.ofLocked("waiting") >= this.mostWaitingOfTable) return null;
    const waiting = { tables, go };
    this.queue.add(waiting);
    for (const table of tables) table.waiting += 1;
    return () => this.leave(waiting);
  }

  give(tables: readonly TableUse[]): void {
    this.taken -= 1;
    for (const table of tables) table.running -= 1;
    for (const next of this.queue) {
      if (this.taken === this.connections) return;
      if (!this.isFree(next.tables)) continue;
      this.leave(next);
      this.begin(next.tables);
      next.go();
    }
  }

  /** One of these tables is locked: a statement that reads them has waited for it in vain. */
  foundLocked(tables: readonly TableUse[]): void {
    for (const table of tables) this.locked.add(table);
  }

  /** None of these tables is locked: a statement that reads them was answered. */
  foundFree(tables: readonly TableUse[]): void {
    if (this.locked.size > 0) for (const table of tables) this.locked.delete(table);
  }

  private isFree(tables: readonly TableUse[]): boolean {
    if (this.taken >= this.connections) return false;
    if (this.isLocked(tables) && this.ofLocked("running") >= this.mostOfTable) return false;
    for (const table of tables)
      if (table.running >= (this.locked.has(table) ? 1 : this.mostOfTable)) return false;
    return true;
  }

  private isLocked(tables: readonly TableUse[]): boolean {
    return this.locked.size > 0 && tables.some((table) => this.locked.has(table));
  }

  private ofLocked(use: keyof TableUse): number {
    let sum = 0;
    for (const table of this.locked) sum += table[use];
    return sum;
  }

  private begin(tables: readonly TableUse[]): void {
    this.taken += 1;
    for (const table of tables) table.running += 1;
  }

  private leave(waiting: Waiting): void {
    if (this.queue.delete(waiting)) for (const table of waiting.tables) table.waiting -= 1;
  }
}
