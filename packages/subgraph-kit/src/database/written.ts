import type { QueryRunner } from "typeorm";

/**
 * What cannot change an answer. Any other statement may: it is taken for a write, also where it finds no row. MariaDB's
 * `ANALYZE UPDATE` writes, `ANALYZE TABLE` does not. It also has statements with SET or BEGIN around others.
 */
const harmless =
  /^\s*(?:SELECT|SHOW|EXPLAIN|ANALYZE(?=\s+TABLE\b|\s*$)|PRAGMA|SET(?!\s+STATEMENT\b)|BEGIN(?!\s+NOT\b)|START|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b/i;

const written = new WeakSet<QueryRunner>();

/** Notes a statement of a runner. */
export function noteStatement(runner: QueryRunner, sql: string): void {
  if (!harmless.test(sql)) written.add(runner);
}

/** Whether a runner has sent a statement that may write since it was asked before. */
export const takeWritten = (runner: QueryRunner): boolean => written.delete(runner);
