import {
  referringColumns,
  type FileKind,
  type ReferringColumn,
  type Row,
  type UniqueRule,
  type Value,
} from "../file-kind.js";
import type { ImportRow } from "./stage.js";

/** A row's key as one text. */
export const keyOf = (kind: FileKind, values: Row): string => joined(kind.key, values);

/** The rules for which the row has values. */
export const rulesFor = ({ unique = [] }: FileKind, values: Row): UniqueRule[] =>
  unique.filter(
    ({ properties, among }) =>
      properties.every((property) => (values[property] ?? null) !== null) &&
      (among?.includes(values) ?? true),
  );

/** The columns in which a row refers to another of its kind: always by its id. */
export const ownReferences = (kind: FileKind): readonly ReferringColumn[] =>
  referringColumns(kind).filter(({ refersTo }) => refersTo.entity === kind.entity);

/** What `SeenKeys` remembers of a row that is accepted. */
export const entriesOf = (kind: FileKind, { values }: ImportRow): string[] => [
  keyEntry(keyOf(kind, values)),
  ...rulesFor(kind, values).map((rule) => uniqueEntry(rule, values)),
  ...(kind.completeBy === undefined ? [] : [completeEntry(values[kind.completeBy])]),
];

// Entries of the three kinds begin differently, so that none is taken for another.

export const keyEntry = (key: string): string => `\u0001${key}`;

export const uniqueEntry = ({ column, properties }: UniqueRule, values: Row): string =>
  `${column}\u0001${joined(properties, values)}`;

/** That the file has lines for this value of `completeBy`. */
export const completeEntry = (value: Value | undefined): string => `\u0002${String(value)}`;

const joined = (properties: readonly string[], values: Row): string =>
  properties.map((property) => String(values[property])).join("\u0003");
