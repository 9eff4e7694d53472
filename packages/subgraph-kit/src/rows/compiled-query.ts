import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Database, EntityClass, ReadResult, Statement } from "../database/database.js";
import { compileRowReader, toObjects, type RowReader } from "./row-reader.js";
import { SqlTemplate, type Parameters } from "./sql-template.js";

/** How a statement is read: `read` of a database, or what does the same elsewhere. */
export type Read = Database["read"];

/** One call of a query. */
export type Step = (builder: SelectQueryBuilder<ObjectLiteral>) => unknown;

/** TypeORM writes the SQL once; then only values are filled in, and rows are read by a generated function. */
export class CompiledQuery {
  /** With the parameters by their names. */
  readonly sql: string;
  readonly #template: SqlTemplate;
  #readRow: RowReader | undefined;

  constructor(
    private readonly database: Database,
    private readonly entity: EntityClass,
    private readonly alias: string,
    steps: readonly Step[],
  ) {
    const builder = database.reader.createQueryBuilder<ObjectLiteral>(entity, alias);
    for (const step of steps) step(builder);
    this.sql = builder.getQuery();
    this.#template = new SqlTemplate(this.sql);
  }

  statement(parameters: Parameters): Statement {
    return this.#template.fill(parameters);
  }

  async rows(parameters: Parameters, read: Read): Promise<object[]> {
    const { columns, rows } = await this.#read(parameters, read);
    const { reader } = this.database;
    this.#readRow ??= compileRowReader(reader, reader.getMetadata(this.entity), this.alias, columns);
    return rows.map(this.#readRow);
  }

  /** Each of its rows once: a row is known by its primary key and by what was selected beside its columns. */
  distinct<Row extends object>(rows: readonly Row[]): Row[] {
    const [first] = rows;
    if (!first) return [];
    const { columns } = this.database.reader.getMetadata(this.entity);
    const others = new Set(
      columns.filter(({ isPrimary }) => !isPrimary).map(({ propertyName }) => propertyName),
    );
    const names = Object.keys(first).filter((name) => !others.has(name)) as (keyof Row)[];
    const [only] = names;
    const keyOf = (row: Row) =>
      names.length === 1 && only !== undefined ? row[only] : JSON.stringify(names.map((name) => row[name]));
    return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
  }

  /** The values by the names that the query gives them. */
  async rawRows(parameters: Parameters, read: Read): Promise<object[]> {
    return toObjects(await this.#read(parameters, read));
  }

  #read(parameters: Parameters, read: Read): Promise<ReadResult> {
    const { sql, values } = this.statement(parameters);
    return read(sql, values);
  }
}
