import libsql from "libsql";

/**
 * The driver, which refuses values that SQL does not have. libsql 0.5.29 ends the process for a boolean, and takes
 * undefined and NaN for null: packages/subgraph-kit/test/bound-values.test.ts.
 */
export const CheckedLibsql: new (file: string, options?: libsql.Options) => libsql.Database =
  class extends libsql {
    override prepare<Parameters extends unknown[] | {} = unknown[]>(sql: string) {
      const statement = super.prepare<Parameters>(sql);
      checkValuesOf(statement as libsql.Statement);
      return statement;
    }
  };

/**
 * The driver of a data source that writes. TypeORM 1.1.1 begins a transaction as a reader. One that has read and then
 * writes is refused at once where another process has written meanwhile, however long it would wait:
 * packages/subgraph-kit/test/sqlite-writers.test.ts.
 */
export const WritingLibsql: typeof CheckedLibsql = class extends CheckedLibsql {
  override prepare<Parameters extends unknown[] | {} = unknown[]>(sql: string) {
    return super.prepare<Parameters>(sql === "BEGIN TRANSACTION" ? "BEGIN IMMEDIATE" : sql);
  }
};

/** Throws for a value that cannot be bound. The error says of which kind it is, never what it is. */
export function checkBound(values: readonly unknown[]): void {
  for (const value of values) {
    if (typeof value === "string" || value === null || Number.isFinite(value)) continue;
    const got = typeof value === "number" ? "a number that is not finite" : typeof value;
    throw new TypeError(`Expected a text, a finite number or null to bind, but got: ${got}.`);
  }
}

function checkValuesOf(statement: libsql.Statement): void {
  const checked =
    <Result>(call: (...given: unknown[]) => Result) =>
    (...given: unknown[]): Result => {
      const [first] = given;
      checkBound(given.length === 1 && Array.isArray(first) ? (first as unknown[]) : given);
      return call.apply(statement, given);
    };
  statement.run = checked(statement.run);
  statement.get = checked(statement.get);
  statement.all = checked(statement.all);
  statement.iterate = checked(statement.iterate) as typeof statement.iterate;
}
