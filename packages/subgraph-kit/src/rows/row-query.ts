import type { Database, EntityClass, Statement } from "../database/database.js";
import type { Read, Step } from "./compiled-query.js";
import { QueryShape } from "./query-shape.js";
import type { Parameters } from "./sql-template.js";
import { areasParameter, restrict, visibilityOf, visibleSql, type Areas } from "./visibility.js";

/**
 * A query of one entity's rows, written as a query of TypeORM. TypeORM writes the SQL when the query is read for the
 * first time in this process; from then on its text is known. A row is an instance of the entity's class. TypeORM does
 * not know of it: it is for reading.
 *
 * It gives only rows that lie in its areas, and so do the queries within it and the entities that it joins. The
 * condition is added when the query is read, so nothing that is called replaces it.
 */
export class RowQuery<Row extends object> {
  #shape: QueryShape;
  #joins = false;

  constructor(
    private readonly database: Database,
    readonly entity: new () => Row,
    readonly alias: string,
    private readonly areas: Areas,
    private parameters: Record<string, unknown> = {},
    private readonly read: Read = database.read,
  ) {
    this.#shape = QueryShape.of(database, entity, alias);
    if (areas !== null) this.setParameters({});
  }

  select(expression: string, name?: string): this {
    return this.#add(["SELECT", expression, name ?? ""], (query) => query.select(expression, name));
  }

  /** A value beside the columns of the entity. `getMany` gives it to the rows, under this name. */
  addSelect(expression: string, name: string): this {
    return this.#add(["AND SELECT", expression, name], (query) => query.addSelect(expression, name));
  }

  innerJoin(joined: EntityClass, alias: string, condition: string, parameters?: Parameters): this {
    this.#joins = true;
    const visible = this.#visible(joined, alias, condition);
    return this.#add(
      ["JOIN", joined.name, alias, visible],
      (query) => query.innerJoin(joined, alias, visible),
      parameters,
    );
  }

  leftJoin(joined: EntityClass, alias: string, condition: string, parameters?: Parameters): this {
    this.#joins = true;
    const visible = this.#visible(joined, alias, condition);
    return this.#add(
      ["LEFT JOIN", joined.name, alias, visible],
      (query) => query.leftJoin(joined, alias, visible),
      parameters,
    );
  }

  where(condition: string, parameters?: Parameters): this {
    return this.#add(["WHERE", condition], (query) => query.where(condition), parameters);
  }

  andWhere(condition: string, parameters?: Parameters): this {
    return this.#add(["AND", condition], (query) => query.andWhere(condition), parameters);
  }

  groupBy(expression: string): this {
    return this.#add(["GROUP BY", expression], (query) => query.groupBy(expression));
  }

  addGroupBy(expression: string): this {
    return this.#add(["AND GROUP BY", expression], (query) => query.addGroupBy(expression));
  }

  orderBy(expression: string, direction: "ASC" | "DESC" = "ASC"): this {
    return this.#add(["ORDER BY", expression, direction], (query) => query.orderBy(expression, direction));
  }

  addOrderBy(expression: string, direction: "ASC" | "DESC" = "ASC"): this {
    return this.#add(["THEN BY", expression, direction], (query) => query.addOrderBy(expression, direction));
  }

  limit(rows: number): this {
    return this.#add(["LIMIT", String(rows)], (query) => query.limit(rows));
  }

  offset(rows: number): this {
    return this.#add(["OFFSET", String(rows)], (query) => query.offset(rows));
  }

  setParameters(parameters: Parameters): this {
    Object.assign(this.parameters, parameters, this.areas && { [areasParameter]: this.areas });
    return this;
  }

  /** A query within this one. It has the parameters and the areas of this one. */
  subQuery<Other extends object>(entity: new () => Other, alias: string): RowQuery<Other> {
    return new RowQuery(this.database, entity, alias, this.areas, this.parameters);
  }

  clone(): RowQuery<Row> {
    return this.readThrough(this.read);
  }

  /** The same query, read in another way. */
  readThrough(read: Read): RowQuery<Row> {
    const { database, entity, alias, areas } = this;
    const copy = new RowQuery(database, entity, alias, areas, { ...this.parameters }, read);
    copy.#shape = this.#shape;
    copy.#joins = this.#joins;
    return copy;
  }

  /** SQL with the parameters by their names, to be written into another query. */
  getQuery(): string {
    return this.#seen.compiled.sql;
  }

  getParameters(): Parameters {
    return this.parameters;
  }

  /** SQL with `?` where a value is bound. */
  statement(): Statement {
    return this.#seen.compiled.statement(this.parameters);
  }

  /** The rows, each once, also where a join repeats it. `Extra` are the values that `addSelect` named. */
  async getMany<Extra extends object = object>(): Promise<(Row & Extra)[]> {
    const { compiled } = this.#seen;
    const rows = (await compiled.rows(this.parameters, this.read)) as (Row & Extra)[];
    return this.#joins ? compiled.distinct(rows) : rows;
  }

  async getOne(): Promise<Row | null> {
    const [row = null] = await this.getMany();
    return row;
  }

  async getRawMany<Raw extends object>(): Promise<Raw[]> {
    return (await this.#seen.compiled.rawRows(this.parameters, this.read)) as Raw[];
  }

  /** The query with the condition that its rows lie in the areas. */
  get #seen(): QueryShape {
    const { entity, alias, areas } = this;
    if (areas === null || visibilityOf(entity) === "everyone") return this.#shape;
    const rows = this.#everywhere;
    return this.#shape.add([areas.length === 0 ? "NOWHERE" : "IN THE AREAS"], (query) =>
      restrict(query, visibleSql(entity, alias, areas, rows)),
    );
  }

  /** The condition of a join, by which it joins only rows that lie in the areas. */
  #visible(joined: EntityClass, alias: string, condition: string): string {
    const visible = visibleSql(joined, alias, this.areas, this.#everywhere);
    return visible === null ? condition : `(${condition}) AND ${visible}`;
  }

  get #everywhere() {
    const { database } = this;
    return <Other extends object>(entity: new () => Other, alias: string): RowQuery<Other> =>
      new RowQuery(database, entity, alias, null);
  }

  #add(texts: readonly string[], step: Step, parameters?: Parameters): this {
    this.#shape = this.#shape.add(texts, step);
    return parameters ? this.setParameters(parameters) : this;
  }
}
