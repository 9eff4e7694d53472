import { LRUCache } from "lru-cache";
import type { DataSource, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { Database, EntityClass, ReadResult } from "../database/database.js";
import { compileRowReader, toObjects, type RowReader } from "./row-reader.js";
import { SqlTemplate, type Parameters, type Statement } from "./sql-template.js";

/** How a statement is read: `read` of a database, or what does the same elsewhere. */
export type Read = Database["read"];

/** One call of a query: `key` is a text that is the same for the same call. */
export interface Step {
  readonly key: string;
  apply(builder: SelectQueryBuilder<ObjectLiteral>): unknown;
}

/** A query as it is written, without its values. */
export interface Recipe {
  readonly entity: EntityClass;
  readonly alias: string;
  readonly steps: readonly Step[];
}

/** A query is as its source writes it, with some conditions more or less: there are some hundreds. */
const maximumQueries = 2_000;

const queriesOf = new WeakMap<DataSource, LRUCache<string, CompiledQuery>>();

/** The query, compiled when it was asked for the first time. */
export function compiledQuery(database: Database, recipe: Recipe): CompiledQuery {
  const queries = queriesOf.get(database.reader) ?? new LRUCache({ max: maximumQueries });
  queriesOf.set(database.reader, queries);
  let key = `${recipe.entity.name} ${recipe.alias}`;
  for (const step of recipe.steps) key += `\n${step.key}`;
  const known = queries.get(key);
  if (known) return known;
  const compiled = new CompiledQuery(database, recipe);
  queries.set(key, compiled);
  return compiled;
}

/** TypeORM writes the SQL once; then only values are filled in, and rows are read by a generated function. */
export class CompiledQuery {
  /** With the parameters by their names. */
  readonly sql: string;
  readonly #template: SqlTemplate;
  #readRow: RowReader | undefined;

  constructor(
    private readonly database: Database,
    private readonly recipe: Recipe,
  ) {
    const builder = database.reader.createQueryBuilder<ObjectLiteral>(recipe.entity, recipe.alias);
    for (const step of recipe.steps) step.apply(builder);
    this.sql = builder.getQuery();
    this.#template = new SqlTemplate(this.sql);
  }

  statement(parameters: Parameters): Statement {
    return this.#template.fill(parameters, this.database.dialect);
  }

  async rows(parameters: Parameters, read: Read): Promise<object[]> {
    const { columns, rows } = await this.#read(parameters, read);
    const { reader } = this.database;
    const { entity, alias } = this.recipe;
    this.#readRow ??= compileRowReader(reader, reader.getMetadata(entity), alias, columns);
    return rows.map(this.#readRow);
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
