import { referringColumns, type FileKind, type ReferringColumn, type Row, type Value } from "../file-kind.js";
import type { ImportRow } from "./stage.js";

/** A row's key as one text. */
export const keyOf = (kind: FileKind, values: Row): string =>
  kind.key.map((property) => String(values[property])).join("\u0003");

/** Those of the unique properties for which the row has a value: any number of rows may have none. */
export const uniqueProperties = ({ unique = [] }: FileKind, values: Row): string[] =>
  unique.filter((property) => (values[property] ?? null) !== null);

/** The columns in which a row refers to another of its kind: always by its id. */
export const ownReferences = (kind: FileKind): readonly ReferringColumn[] =>
  referringColumns(kind).filter(({ refersTo }) => refersTo.entity === kind.entity);

/** What `SeenKeys` remembers of a row that is accepted. */
export const entriesOf = (kind: FileKind, { values }: ImportRow): string[] => [
  keyEntry(keyOf(kind, values)),
  ...uniqueProperties(kind, values).map((property) => uniqueEntry(property, values)),
  ...(kind.completeBy === undefined ? [] : [completeEntry(values[kind.completeBy])]),
];

// Entries of the three kinds begin differently, so that none is taken for another.

export const keyEntry = (key: string): string => `\u0001${key}`;

export const uniqueEntry = (property: string, values: Row): string =>
  `${property}\u0001${String(values[property])}`;

/** That the file has lines for this value of `completeBy`. */
export const completeEntry = (value: Value | undefined): string => `\u0002${String(value)}`;
