import type { EntityClass } from "@an-sinh/subgraph-kit/database/database";
import type { Change } from "@an-sinh/subgraph-kit/database/change";
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
  /** What it holds and, where it may be blank, what that means. */
  readonly description: string;
  /** The property of the entity that stores it. Without one, the kind's place or details read it. */
  readonly property?: string | undefined;
  /** Whether it may be blank. */
  readonly isOptional?: boolean;
  /** Whether its values tell something about a person: they never appear in messages. */
  readonly isPersonal?: boolean;
  readonly refersTo?: Reference;
}

/** A row that must be on record already or, in the kind's own table, stand earlier in the file. */
export interface Reference {
  readonly entity: EntityClass;
  /** The property of that row which the file gives; `property` of the column stores the row's `id`. */
  readonly by: string;
  /** In messages: "household". */
  readonly noun: string;
  /** What is repeated from that row, by this row's properties. */
  copied?(found: Row): Row;
}

/** That rows lie in a locality, which the file gives by the columns of `placeColumns`. */
export interface Place {
  /** The property that stores today's commune, where one does besides `localityId`. */
  readonly communeProperty?: string;
}

/** Rows of a second table that belong to a row and stand in columns of its line. */
export interface Details {
  readonly entity: EntityClass;
  /** Which row they belong to: the property that stores its `id`. */
  readonly ownerProperty: string;
  fromCells(cells: Row, ownerId: Value): readonly Row[];
  toCells(details: readonly Row[]): Row;
}

/** What is wrong with a line, in terms of one of its columns. */
export interface Objection {
  readonly column: string;
  /** Continues "expected …". */
  readonly expected: string;
}

/** One kind of file of a department: all that importing and exporting need to know about it. */
export interface FileKind {
  /** As in the command: "housing-supports". */
  readonly name: string;
  readonly description: string;
  readonly entity: EntityClass;
  /** The properties that tell one row from another. */
  readonly key: readonly string[];
  /** Further properties whose values no two rows share. */
  readonly unique?: readonly string[];
  readonly columns: readonly Column[];
  readonly place?: Place;
  readonly details?: Details;
  /** Properties that follow from the line itself. */
  derive?(row: Row, cells: Row): Row;
  /** Properties of a new row that no line decides; `afterWrite` may bring them up to date. */
  initial?(row: Row): Row;
  /** The cells of columns without a property, from a stored row. */
  toCells?(row: Row): Row;
  /** What of the line does not fit together. Null: nothing. */
  object?(row: Row, cells: Row): Objection | null;
  /**
   * A property of the key: a file that has lines for one of its values has all of them. What is on record for
   * that value and not in the file is removed.
   */
  readonly completeBy?: string;
  /** Conditions on the table, as SQL: exported one after the other, so that a row stands after what it refers to. */
  readonly parts?: readonly string[];
  /** Brings what follows from written rows up to date, in the same transaction and set by set. */
  afterWrite?(manager: EntityManager, changes: readonly Change<Row>[]): Promise<void>;
}

type DefinedColumn<Entity> = Column & { readonly property?: keyof Entity & string };

/** A kind's definition, whose properties are those of its entity. */
export interface FileKindOf<Entity> extends Omit<FileKind, "afterWrite"> {
  readonly entity: new () => Entity & object;
  readonly key: readonly (keyof Entity & string)[];
  readonly unique?: readonly (keyof Entity & string)[];
  readonly completeBy?: keyof Entity & string;
  readonly columns: readonly DefinedColumn<Entity>[];
  afterWrite?(manager: EntityManager, changes: readonly Change<Entity>[]): Promise<void>;
}

/** Checks a kind's definition against its entity. Rows of files are known by their columns alone, hence the cast. */
export const defineFileKind = <Entity>(kind: FileKindOf<Entity>): FileKind => kind as FileKind;
