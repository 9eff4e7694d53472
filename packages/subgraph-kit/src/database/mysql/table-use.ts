import { LRUCache } from "lru-cache";

/** How many statements read a table, and how many of those that wait for a connection will. */
export interface TableUse {
  running: number;
  waiting: number;
}

const keptStatements = 2_000;

/** What follows FROM and JOIN. The name of a part of the statement (WITH) counts as a table too, which does no harm. */
const table = /\b(?:FROM|JOIN)\s+`?(\w+)/gi;

/** The tables of a database, by the statements that read them. A statement is taken apart once. */
export class TableUses {
  private readonly byName = new Map<string, TableUse>();
  private readonly byStatement = new LRUCache<string, readonly TableUse[]>({ max: keptStatements });

  of(sql: string): readonly TableUse[] {
    const known = this.byStatement.get(sql);
    if (known) return known;
    const names = new Set(Array.from(sql.matchAll(table), ([, name = ""]) => name));
    const uses = Array.from(names, (name) => this.use(name));
    this.byStatement.set(sql, uses);
    return uses;
  }

  private use(name: string): TableUse {
    const known = this.byName.get(name);
    if (known) return known;
    const use = { running: 0, waiting: 0 };
    this.byName.set(name, use);
    return use;
  }
}
