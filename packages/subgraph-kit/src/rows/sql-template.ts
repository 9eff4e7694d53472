import type { Statement } from "../database/database.js";
import { placeholders } from "../database/placeholders.js";

/** The values of the named parameters of a query. */
export type Parameters = object;

interface Slot {
  readonly name: string;
  readonly isList: boolean;
}

/** A text in quotes, or a parameter outside of texts. */
const textOrParameter = /'[^']*'|:(\.\.\.)?([A-Za-z]\w*)/g;

/** Lists differ in length, and numbers are part of the text. */
const maximumTexts = 200;

/** SQL with the parameters `:name` and, for lists, `:...name`, taken apart once. */
export class SqlTemplate {
  readonly #texts: string[] = [];
  readonly #slots: Slot[] = [];
  /** What was filled in before. Where a text is kept, what was prepared for it is found in less time. */
  readonly #filled = new Map<string, string>();

  constructor(sql: string) {
    let end = 0;
    for (const match of sql.matchAll(textOrParameter)) {
      const [whole, dots, name] = match;
      if (name === undefined) continue;
      this.#texts.push(sql.slice(end, match.index));
      this.#slots.push({ name, isList: dots !== undefined });
      end = match.index + whole.length;
    }
    this.#texts.push(sql.slice(end));
  }

  /** The statement with the values of this time. */
  fill(parameters: Parameters): Statement {
    const values: unknown[] = [];
    const given = parameters as Readonly<Record<string, unknown>>;
    let key = "";
    for (const { name, isList } of this.#slots) {
      const value = given[name];
      if (value === undefined) throw new Error(`Expected a value for the parameter :${name}.`);
      key += isList ? ` ${bindList(value as readonly unknown[], values)}` : ` ${bind(value, values)}`;
    }
    return { sql: this.#filled.get(key) ?? this.#fillIn(key), values };
  }

  #fillIn(key: string): string {
    const [, ...marks] = key.split(" ");
    let sql = this.#texts[0] ?? "";
    this.#slots.forEach(({ isList }, index) => {
      const mark = marks[index] ?? "";
      sql += (isList ? placeholders(Number(mark)) : mark) + this.#texts[index + 1];
    });
    if (this.#filled.size === maximumTexts) this.#filled.clear();
    this.#filled.set(key, sql);
    return sql;
  }
}

/**
 * What stands for the value: `?`, or a number itself. libsql 0.5.29 and mysql2 3.24.6 bind a whole number as a real one,
 * and libsql ends the process for a boolean or an object: packages/subgraph-kit/test/row-query.test.ts.
 */
function bind(value: unknown, values: unknown[]): string {
  if (typeof value === "object" && value !== null)
    throw new Error("Expected a text, number or boolean to bind.");
  if (typeof value === "number") return String(value);
  values.push(typeof value === "boolean" ? Number(value) : value);
  return "?";
}

/** For how many values a list stands. */
function bindList(list: readonly unknown[], values: unknown[]): number {
  const length = fullLength(list.length);
  for (let index = 0; index < length; index += 1) values.push(list[Math.min(index, list.length - 1)]);
  return length;
}

/**
 * How many values a list is filled up to, with its last one, so that lists of many lengths share a prepared statement.
 * A list may be bound several times, and SQLite binds at most 32,766 values a statement.
 */
function fullLength(length: number): number {
  if (length > 1024) return Math.ceil(length / 256) * 256;
  return length === 0 ? 0 : 2 ** Math.ceil(Math.log2(length));
}
