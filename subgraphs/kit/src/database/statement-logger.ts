import type { Logger } from "typeorm";

/** Hands every statement's text to a listener. Parameters never leave TypeORM: they are personal data. */
export class StatementLogger implements Logger {
  constructor(private readonly onStatement: ((sql: string) => void) | undefined) {}

  logQuery(sql: string): void {
    this.onStatement?.(sql);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
