import { ClientError } from "@an-sinh/server/errors";
import { columnsIn, levelsOf, type Level, type Steps } from "./table-level.js";
import type { Paging, TableNode, TableTree } from "./table-tree.js";

/** A value of a leaf field as it stands in the answer. Of lists beside each other, and of lists of leaves, all values. */
export type Cell = unknown;

export type Row = readonly Cell[];

/** What a page says of the next one. Null: there is none. */
export type NextPage = { readonly after: string } | null;

/** Makes rows of answers. docs/reports.md says by which rule. */
export class TableRows {
  readonly level: Level;
  readonly #tree: TableTree;
  readonly #paged: { readonly steps: Steps; readonly paging: Paging } | undefined;

  /** Throws where the operation cannot be a table. */
  constructor(tree: TableTree) {
    this.#tree = tree;
    this.level = levelsOf(tree);
    this.#paged = this.level.connections.flatMap(({ steps, paging }) => (paging ? { steps, paging } : []))[0];
  }

  get paging(): Paging | undefined {
    return this.#paged?.paging;
  }

  /** The way to the list that is paged. Empty: none is. */
  get pagedSteps(): Steps {
    return this.#paged?.steps ?? [];
  }

  /** How many items of the list that is paged are on a page. */
  itemsOn(data: unknown): number {
    const list = this.level.rows;
    return this.#paged && list ? itemsAt(data, list.steps).length : 0;
  }

  /** Throws `ClientError` where a list that is not paged has more items than the answer, unless it may have. */
  rowsOf(data: unknown, mayBeCut = false): readonly Row[] {
    const rows: Row[] = [];
    const row: Cell[] = this.#tree.columns.map(() => null);
    const level = mayBeCut ? { ...this.level, connections: [] } : this.level;
    fill(level, this.#grouped(data), row, rows);
    return rows;
  }

  /** A place in the answer as the beginning of a column's path. */
  columnPath(place: readonly (string | number)[]): string {
    const [root, ...below] = place.filter((step) => typeof step === "string" && !ofPage.has(step));
    const group = [...this.#tree.groups].find(([, members]) => members.includes(String(root)))?.[0];
    return root === undefined ? "" : [group ?? root, ...below].join(".");
  }

  /** Whether the list that is paged is there. */
  hasPage(data: unknown): boolean {
    return this.#paged === undefined || valueAt(data, this.#paged.steps) !== null;
  }

  nextPage(data: unknown): NextPage {
    if (!this.#paged) return null;
    const pageInfo = valueAt(data, [...this.#paged.steps, "pageInfo"]);
    if (valueAt(pageInfo, ["hasNextPage"]) !== true) return null;
    const after = valueAt(pageInfo, ["endCursor"]);
    if (typeof after === "string") return { after };
    throw new Error("Expected a cursor of a page that has a next one");
  }

  /** The data, with root fields that belong together as a list. */
  #grouped(data: unknown): unknown {
    const { groups } = this.#tree;
    if (groups.size === 0) return data;
    const lists = [...groups].map(([name, members]) => [name, members.map((step) => valueAt(data, [step]))]);
    return { ...(data as object | null), ...Object.fromEntries(lists) };
  }
}

/** What paths of columns leave out. */
const ofPage: ReadonlySet<unknown> = new Set(["edges", "node", "nodes"]);

function fill(level: Level, value: unknown, row: Cell[], rows: Row[]): void {
  const { cells, joined, connections } = level;
  for (const { steps, path, paging } of connections) if (!paging) refuseNextPage(valueAt(value, steps), path);
  for (const { steps, column } of cells) row[column] = valueAt(value, steps);
  for (const { steps, items } of joined) {
    const gathered = new Map<number, Cell[]>(columnsIn(items).map((column) => [column, []]));
    for (const item of itemsAt(value, steps)) gather(items, item, gathered);
    for (const [column, values] of gathered) row[column] = values;
  }
  if (!level.rows) return void rows.push([...row]);
  const { steps, level: below, columns } = level.rows;
  const found = itemsAt(value, steps);
  for (const item of found) fill(below, item, row, rows);
  if (found.length > 0) return;
  for (const column of columns) row[column] = null;
  rows.push([...row]);
}

/** Adds the values below an object to those of their columns. What is null has an empty place. */
function gather(nodes: readonly TableNode[], value: unknown, into: ReadonlyMap<number, Cell[]>): void {
  for (const node of nodes) {
    const found = valueAt(value, [node.step]);
    if (node.kind === "cell") into.get(node.column)?.push(found);
    else if (node.kind === "list") for (const item of itemsOf(found)) gather(node.children, item, into);
    else {
      if (node.kind === "connection") refuseNextPage(found, node.path);
      gather(node.children, found, into);
    }
  }
}

function refuseNextPage(page: unknown, path: string): void {
  if (valueAt(page, ["pageInfo", "hasNextPage"]) !== true) return;
  const message = `${path} has more items than the report asks for: the table would be shorter than the data.`;
  throw new ClientError("QUERY_TOO_COMPLEX", message);
}

/** Null where something on the way is null or left out. */
export function valueAt(value: unknown, steps: Steps): unknown {
  let found = value;
  for (const step of steps) {
    if (typeof found !== "object" || found === null) return null;
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return found ?? null;
}

const itemsAt = (value: unknown, steps: Steps): readonly unknown[] => itemsOf(valueAt(value, steps));

/** An item that is null is no row. */
const itemsOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter((item) => item !== null) : [];
