import type { Logger, QueryRunner } from "typeorm";
import { noteStatement } from "./written.js";

/** Is told of every statement. The parameters are personal data: count and explain statements, never log them. */
export type StatementListener = (sql: string, parameters: readonly unknown[]) => void;

/** Hands every statement to a listener, and nothing to a log. It notes which runner has written. */
export class StatementLogger implements Logger {
  constructor(private readonly onStatement: StatementListener | undefined) {}

  logQuery(sql: string, parameters?: readonly unknown[], runner?: QueryRunner): void {
    if (runner) noteStatement(runner, sql);
    this.onStatement?.(sql, parameters ?? []);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
