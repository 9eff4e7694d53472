import type { DataSource, EntityManager } from "typeorm";
import type { EntityClass } from "./database.js";
import { dialectOf } from "./dialect.js";
import { placeholders } from "./placeholders.js";
import { preparedStatements } from "./prepared-statements.js";
import { selectionOf, type Selection } from "./selection.js";

const valuesPerStatement = 10_000;

/** What SQL knows of a row. */
export type SqlValue = string | number | boolean | null;

/**
 * One entity's table, for reading and deleting many rows. Rows are plain objects without relations; their
 * values are those that the entity has.
 */
export interface Table<Row> {
  /** The table's name, quoted. */
  readonly name: string;
  /** The name of a property's column, quoted. */
  column(property: keyof Row & string): string;
  /**
   * All rows whose property has one of the values, in any order. Null finds nothing. A condition in SQL leaves only
   * those that meet it.
   */
  readBy(property: keyof Row & string, values: Iterable<SqlValue>, condition?: string): Promise<Row[]>;
  /** The rows that meet a condition in SQL, which has a `?` for each value. It may end with ORDER BY and LIMIT. */
  readWhere(condition: string, values: readonly SqlValue[]): Promise<Row[]>;
  /** The same table, of whose rows only these properties are read. */
  only<Property extends keyof Row & string>(...properties: readonly Property[]): Table<Pick<Row, Property>>;
  /** Deletes all rows whose property has one of the values. Null deletes nothing. */
  deleteBy(property: keyof Row & string, values: Iterable<SqlValue>): Promise<void>;
}

/** The table of an entity, within the manager's transaction if it has one. */
export const tableOf = <Row extends object>(manager: EntityManager, entity: new () => Row): Table<Row> =>
  tableFrom<Row>(manager, shapeOf(manager.connection, entity), "");

function tableFrom<Row extends object>(manager: EntityManager, shape: Shape, selected: string): Table<Row> {
  const { name, selection } = shape;
  const { list, toRow } = selection(selected) as Selection<Row>;
  const column = (property: keyof Row & string) => shape.column(property);
  const readWhere = async (condition: string, values: readonly SqlValue[]) => {
    const { read } = await preparedStatements(manager);
    return (await read(`SELECT ${list} FROM ${name} WHERE ${condition}`, values)).map(toRow);
  };
  const readBy = async (property: keyof Row & string, values: Iterable<SqlValue>, condition = "1 = 1") => {
    const found: Row[][] = [];
    for (const part of partsOf(values)) {
      const { sql, parameters } = isIn(manager, column(property), part);
      found.push(await readWhere(`${sql} AND ${condition}`, parameters));
    }
    return found.length === 1 ? (found[0] ?? []) : found.flat();
  };
  const deleteBy = async (property: keyof Row & string, values: Iterable<SqlValue>) => {
    for (const part of partsOf(values)) {
      const { sql, parameters } = isIn(manager, column(property), part);
      const { run } = await preparedStatements(manager);
      await run(`DELETE FROM ${name} WHERE ${sql}`, parameters);
    }
  };
  const only = <Property extends keyof Row & string>(...properties: readonly Property[]) =>
    tableFrom<Pick<Row, Property>>(manager, shape, properties.join());
  return { name, column, readBy, readWhere, only, deleteBy };
}

/** What does not change of a table. */
interface Shape {
  readonly name: string;
  column(property: string): string;
  /** The selection of properties with commas between them, each once. Empty: all. */
  selection(properties: string): Selection<unknown>;
}

const shapesOf = new WeakMap<DataSource, Map<EntityClass, Shape>>();

function shapeOf(source: DataSource, entity: EntityClass): Shape {
  const shapes = shapesOf.get(source) ?? new Map<EntityClass, Shape>();
  shapesOf.set(source, shapes);
  const shape = shapes.get(entity) ?? readShape(source, entity);
  shapes.set(entity, shape);
  return shape;
}

function readShape(source: DataSource, entity: EntityClass): Shape {
  const { driver } = source;
  const metadata = source.getMetadata(entity);
  const columns = metadata.columns.filter((column) => !column.isVirtual);
  const selections = new Map<string, Selection<unknown>>();
  const find = (property: string) => {
    const found = columns.find(({ propertyName }) => propertyName === property);
    if (!found) throw new Error(`Expected a property of ${metadata.name}, but got: ${property}`);
    return found;
  };
  return {
    name: driver.escape(metadata.tableName),
    column: (property) => driver.escape(find(property).databaseName),
    selection: (properties) => {
      const selected = properties === "" ? columns : [...new Set(properties.split(","))].map(find);
      const selection = selections.get(properties) ?? selectionOf(driver, selected);
      selections.set(properties, selection);
      return selection;
    },
  };
}

/**
 * The condition that a column has one of the values. On SQLite they are bound as one text, so that a statement is the
 * same however many there are.
 */
function isIn(manager: EntityManager, column: string, values: readonly SqlValue[]) {
  return dialectOf(manager) === "sqlite"
    ? { sql: `${column} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }
    : { sql: `${column} IN (${placeholders(values.length)})`, parameters: values };
}

/** The values without null, each once, as many at a time as fit into a statement. */
function* partsOf(values: Iterable<SqlValue>): Iterable<SqlValue[]> {
  const wanted = [...new Set(values)].filter((value) => value !== null);
  for (let start = 0; start < wanted.length; start += valuesPerStatement)
    yield wanted.slice(start, start + valuesPerStatement);
}
