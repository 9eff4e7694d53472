/** A row as the statement names its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** A statement that was prepared once. */
export type Statement = (...values: readonly (string | number)[]) => Promise<readonly Row[]> | readonly Row[];

/** One department's database. */
export interface Tables {
  prepare(sql: string): Statement;
}

export type DepartmentName = "households" | "housing-projects" | "credit-programs" | "meritorious-service";
export type Departments = Readonly<Record<DepartmentName, Tables>>;

/** A statement over a list of ids, and other values after them. One is prepared for each length of the list. */
export function prepareForList(tables: Tables, sqlWith: (marks: string) => string) {
  const prepared = new Map<number, Statement>();
  return (ids: readonly string[], ...values: readonly (string | number)[]): ReturnType<Statement> => {
    if (ids.length === 0) return [];
    const statement = prepared.get(ids.length) ?? tables.prepare(sqlWith(ids.map(() => "?").join()));
    prepared.set(ids.length, statement);
    return statement(...ids, ...values);
  };
}

/** The rows by the value of a column, in their order. */
export function groupBy(rows: readonly Row[], column: string): ReadonlyMap<unknown, readonly Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}
