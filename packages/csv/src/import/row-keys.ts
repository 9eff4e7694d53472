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
const rulesFor = ({ unique = [] }: FileKind, values: Row): UniqueRule[] =>
  unique.filter(
    ({ properties, among }) =>
      properties.every((property) => (values[property] ?? null) !== null) &&
      (among?.includes(values) ?? true),
  );

/** The columns in which a row refers to another of its kind: always by its id. */
export const ownReferences = (kind: FileKind): readonly ReferringColumn[] =>
  referringColumns(kind).filter(({ refersTo }) => refersTo.entity === kind.entity);

/** A row with what identifies it. */
export interface KeyedRow extends ImportRow {
  readonly key: string;
  readonly unique: readonly { readonly rule: UniqueRule; readonly entry: string }[];
  /** What `SeenKeys` remembers of the row if it is accepted. The first is that of the key. */
  readonly entries: readonly string[];
}

export function withKeys(kind: FileKind, { line, cells, values, before }: ImportRow): KeyedRow {
  const key = keyOf(kind, values);
  const unique = rulesFor(kind, values).map((rule) => ({ rule, entry: uniqueEntry(rule, values) }));
  const entries = [keyEntry(key)];
  for (const { entry } of unique) entries.push(entry);
  if (kind.completeBy !== undefined) entries.push(completeEntry(values[kind.completeBy]));
  return { line, cells, values, before, key, unique, entries };
}

// Entries of the three kinds begin differently, so that none is taken for another.

export const keyEntry = (key: string): string => `\u0001${key}`;

export const uniqueEntry = ({ column, properties }: UniqueRule, values: Row): string =>
  `${column}\u0001${joined(properties, values)}`;

/** That the file has lines for this value of `completeBy`. */
export const completeEntry = (value: Value | undefined): string => `\u0002${String(value)}`;

function joined(properties: readonly string[], values: Row): string {
  let text = String(values[properties[0] ?? ""]);
  for (let index = 1; index < properties.length; index += 1)
    text += `\u0003${values[properties[index] ?? ""]}`;
  return text;
}
