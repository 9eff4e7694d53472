import { LRUCache } from "lru-cache";

/** Prepares each statement once, by its text. `most` are kept: those that were asked for last. */
export function keepPrepared<Statement extends object>(
  most: number,
  prepare: (sql: string) => Statement,
): (sql: string) => Statement {
  const kept = new LRUCache<string, Statement>({ max: most });
  return (sql) => {
    const statement = kept.get(sql) ?? prepare(sql);
    kept.set(sql, statement);
    return statement;
  };
}
