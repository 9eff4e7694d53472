import type { Change } from "@an-sinh/subgraph-kit/database/change";
import type { EntityClass } from "@an-sinh/subgraph-kit/database/database";
import type { EntityManager } from "typeorm";
import type { ValueType } from "./values/value-type.js";

/** What one cell of a file means. Null: the cell is blank. */
export type Value = string | number | boolean | null;

/** Values of one row, by the properties of its entity or by the columns of its file. */
export type Row = Readonly<Record<string, Value>>;

/** One column of a kind of file. */
export interface Column {
  readonly name: string;
  readonly type: ValueType;
  /** What it holds and, where it may be blank, what a blank means. */
  readonly description: string;
  /** The property of the entity that stores it. Undefined: the kind's place, details or `derive` read the cell. */
  readonly property?: string | undefined;
  /** Whether it may be blank. */
  readonly isOptional?: boolean;
  readonly refersTo?: Reference;
}

/** The row to which a cell refers. It is on record already or, in the kind's own table, stands above in the file. */
export interface Reference {
  readonly entity: EntityClass;
  /** The property of that row which the file gives. The column's own `property` stores the row's `id`. */
  readonly by: string;
  /** What the row is called in messages: "household". */
  readonly noun: string;
  /** Values that are repeated from that row, by the properties of the row that refers to it. */
  copied?(found: Row): Row;
}

export interface ReferringColumn extends Column {
  readonly refersTo: Reference;
}

/** That rows lie in a locality, which the file gives by the columns of `placeColumns`. */
export interface Place {
  /** The property that stores the commune of today. Undefined: only `localityId` is stored. */
  readonly communeProperty?: string;
}

/** Rows of a second table that belong to a row and stand in columns of its line. */
export interface Details {
  readonly entity: EntityClass;
  /** The property that stores the `id` of the row that they belong to. */
  readonly ownerProperty: string;
  fromCells(cells: Row, ownerId: Value): readonly Row[];
  toCells(details: readonly Row[]): Row;
}

/** Why a line cannot be stored. */
export interface Problem {
  /** The name of a column, or `wholeLine`. */
  readonly column: string;
  /** Continues "expected …". */
  readonly expected: string;
}

/** The column of a problem that no single column has. */
export const wholeLine = "(whole line)";

/** Values that no two rows share. A row that lacks one of them has none. */
export interface UniqueRule {
  /** If it is one, and all rows count, the table has a unique index on it. */
  readonly properties: readonly string[];
  /** The column that messages name. */
  readonly column: string;
  /** Which rows count, once in SQL and once in code. Undefined: all. */
  readonly among?: { readonly sql: string; includes(values: Row): boolean };
  /** Continues "expected …". Undefined: "another value". `holder` is the other row, such as "line 7". */
  expected?(holder: string): string;
}

/** A stored row of the kind that does not fit to others. */
export interface Misfit extends Problem {
  readonly row: Row;
  /** A row of the kind that may be at fault as well. */
  readonly other?: Row;
}

/** One kind of file of a department: all that importing and exporting need to know about it. */
export interface FileKind {
  /** As in the command: "housing-supports". */
  readonly name: string;
  readonly description: string;
  readonly entity: EntityClass;
  /** The properties that together identify a row. */
  readonly key: readonly string[];
  readonly unique?: readonly UniqueRule[];
  /** The properties with the first and the last day of what a row is about. It does not end before it begins. */
  readonly period?: readonly [from: string, to: string];
  readonly columns: readonly Column[];
  /** Undefined: rows do not lie anywhere. */
  readonly place?: Place;
  readonly details?: Details;
  /** Values of properties without a column, which follow from the line itself. */
  derive?(values: Row, cells: Row): Row;
  /** Values of a new row that the file does not decide. `afterWrite` may bring them up to date. */
  initial?(values: Row): Row;
  /** The cells of columns without a property, from a stored row. */
  toCells?(row: Row): Row;
  /** What does not fit together in a line, once its references and its place are known. Null: nothing. */
  validate?(values: Row, cells: Row, today: string): Problem | null;
  /**
   * A property of the key by which files are complete. A file that has a line for a value of it has all lines for
   * that value: rows on record that the file leaves out are removed.
   */
  readonly completeBy?: string;
  /**
   * Conditions in SQL that divide the table. The parts are exported one after the other, so that a row stands below
   * the row to which it refers. Undefined: the table is one part.
   */
  readonly parts?: readonly string[];
  /**
   * Brings what follows from the written rows up to date, in the same transaction. It is called once a batch, and may
   * return those of the rows that cannot stay.
   */
  afterWrite?(manager: EntityManager, changes: readonly Change<Row>[]): Promise<readonly Misfit[] | void>;
  /** What does not fit together in the whole table. It is called once the whole file is stored. */
  findMisfits?(manager: EntityManager): Promise<readonly Misfit[]>;
}

/** The columns that refer to rows. */
export const referringColumns = ({ columns }: FileKind): readonly ReferringColumn[] =>
  columns.filter((column): column is ReferringColumn => column.refersTo !== undefined);

/** A reference that copies values from rows of its entity. */
interface CopyingReference<Entity> extends Omit<Reference, "copied"> {
  readonly entity: new () => Entity & object;
  readonly by: keyof Entity & string;
  copied(found: Entity): Row;
}

/** Checks a reference's definition against its entity, as `defineFileKind` does for a kind. */
export const copyingReference = <Entity>(reference: CopyingReference<Entity>): Reference =>
  reference as unknown as Reference;

type DefinedColumn<Entity> = Column & { readonly property?: keyof Entity & string };

/** A kind's definition, whose properties are those of its entity. */
interface FileKindOf<Entity> extends Omit<FileKind, "afterWrite" | "toCells" | "validate"> {
  readonly entity: new () => Entity & object;
  readonly key: readonly (keyof Entity & string)[];
  readonly unique?: readonly (UniqueRule & { readonly properties: readonly (keyof Entity & string)[] })[];
  readonly period?: readonly [from: keyof Entity & string, to: keyof Entity & string];
  readonly completeBy?: keyof Entity & string;
  readonly columns: readonly DefinedColumn<Entity>[];
  toCells?(row: Entity): Row;
  validate?(values: Entity, cells: Row, today: string): Problem | null;
  afterWrite?(manager: EntityManager, changes: readonly Change<Entity>[]): Promise<readonly Misfit[] | void>;
}

/** Checks a kind's definition against its entity. The cast forgets the entity: files of all kinds have plain rows. */
export const defineFileKind = <Entity>(kind: FileKindOf<Entity>): FileKind => kind as FileKind;
