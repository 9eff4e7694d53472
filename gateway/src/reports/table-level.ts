import type { Paging, TableNode, TableTree } from "./table-tree.js";

/** The way from an object to a value in it, by response names. */
export type Steps = readonly string[];

/** The objects that become rows, or give their values to the rows of the list in them. */
export interface Level {
  readonly cells: readonly { readonly steps: Steps; readonly column: number }[];
  /** The only list of the level: each of its items is a row. */
  readonly rows:
    { readonly steps: Steps; readonly level: Level; readonly columns: readonly number[] } | undefined;
  /** Lists beside each other: each gives one cell to each of its columns. */
  readonly joined: readonly { readonly steps: Steps; readonly items: readonly TableNode[] }[];
  readonly connections: readonly Connection[];
}

export interface Connection {
  readonly steps: Steps;
  readonly path: string;
  readonly paging: Paging | undefined;
}

/** Throws where the list that is paged could not be read row by row. */
export function levelsOf({ roots }: TableTree): Level {
  const level = levelOf(roots, true);
  const paged = level.connections.filter(({ paging }) => paging);
  const [first] = paged;
  const isAlone = paged.length <= 1 && first?.steps.every((step, at) => level.rows?.steps[at] === step);
  if (first && !isAlone) throw new Error(`expected no list beside ${first.path}, which is paged`);
  return level;
}

function levelOf(children: readonly TableNode[], isFirst: boolean): Level {
  const cells: Level["cells"][number][] = [];
  const lists: { steps: Steps; items: readonly TableNode[] }[] = [];
  const connections: Connection[] = [];
  const visit = (nodes: readonly TableNode[], around: Steps): void => {
    for (const node of nodes) {
      const steps = [...around, node.step];
      if (node.kind === "cell") cells.push({ steps, column: node.column });
      else if (node.kind === "list") lists.push({ steps, items: node.children });
      else {
        if (node.kind === "connection") connections.push({ steps, path: node.path, paging: node.paging });
        visit(node.children, steps);
      }
    }
  };
  visit(children, []);
  const lower = isFirst ? undefined : connections.find(({ paging }) => paging);
  if (lower) throw new Error(`expected no paged list in another list, but got: ${lower.path}`);
  const [list, ...others] = lists;
  if (!list || others.length > 0) {
    lists.forEach(({ items }) => levelOf(items, false));
    return { cells, rows: undefined, joined: lists, connections };
  }
  const { steps, items } = list;
  const rows = { steps, level: levelOf(items, false), columns: columnsIn(items) };
  return { cells, rows, joined: [], connections };
}

/** The columns of cells in nodes, and in what lies below them. */
export const columnsIn = (nodes: readonly TableNode[]): readonly number[] =>
  nodes.flatMap((node) => (node.kind === "cell" ? [node.column] : columnsIn(node.children)));

/** The columns whose cells may hold several values. */
export function joinedColumns({ rows, joined }: Level): readonly number[] {
  return [...joined.flatMap(({ items }) => columnsIn(items)), ...(rows ? joinedColumns(rows.level) : [])];
}
