import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  print,
  type FieldNode,
  type GraphQLOutputType,
} from "graphql";
import { isConnection, type SelectedField } from "./selected-fields.js";

/** A leaf field whose values are cells. */
export interface TableColumn {
  /** Response names joined by dots; "edges" and "node" of a page are left out. */
  readonly path: string;
  /** The fields from the root down, those that the path names. The last one is the leaf. */
  readonly fields: readonly SelectedField[];
  /** Whether the field itself has several values. */
  readonly isList: boolean;
}

/** A place in the answer, by its response name. */
export type TableNode =
  | { readonly kind: "cell"; readonly step: string; readonly column: number }
  | { readonly kind: "object" | "list"; readonly step: string; readonly children: readonly TableNode[] }
  | ConnectionNode;

/** A page of a list. */
interface ConnectionNode {
  readonly kind: "connection";
  readonly step: string;
  readonly path: string;
  readonly children: readonly TableNode[];
  /** The variables by which it is paged. Undefined: only its first page is asked for. */
  readonly paging: Paging | undefined;
}

export interface Paging {
  readonly after: string;
  /** Undefined: the document says how many. */
  readonly first: string | undefined;
}

/** What an answer looks like as a table. */
export interface TableTree {
  readonly columns: readonly TableColumn[];
  readonly roots: readonly TableNode[];
  /** Root fields that are rows of one list, by the name of the field. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** Throws where something cannot be in a table. `mayBeCut`: whether lists may have more items than the table. */
export function tableTree(fields: readonly SelectedField[], mayBeCut = false): TableTree {
  const builder = new TreeBuilder(mayBeCut);
  const groups = new Map<string, readonly string[]>();
  const roots = groupsOf(fields).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    if (group.length === 1) return builder.node(first, []);
    const name = first.node.name.value;
    groups.set(
      name,
      group.map(({ responseName }) => responseName),
    );
    const root = { ...first, responseName: name };
    return [{ kind: "list" as const, step: name, children: builder.node(root, []).flatMap(childrenOf) }];
  });
  const paths = builder.columns.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) < index);
  if (twice !== undefined) throw new Error(`expected one column ${twice}, but got: two. Give one an alias`);
  if (paths.length === 0) throw new Error("expected a field whose values can be cells");
  return { columns: builder.columns, roots, groups };
}

const childrenOf = (node: TableNode): readonly TableNode[] => (node.kind === "cell" ? [] : node.children);

/** Root fields with the same name and the same selection belong together, whatever their arguments. */
function groupsOf(fields: readonly SelectedField[]): readonly (readonly SelectedField[])[] {
  const groups = new Map<string, SelectedField[]>();
  for (const field of fields) {
    const { node, type } = field;
    const isRow = isCompositeType(getNamedType(type)) && !isListType(getNullableType(type));
    const key = isRow && !isConnection(type) ? keyOf(node) : field.responseName;
    groups.set(key, [...(groups.get(key) ?? []), field]);
  }
  return [...groups.values()];
}

const keyOf = (node: FieldNode): string =>
  `${node.name.value} ${node.selectionSet ? print(node.selectionSet) : ""}`;

class TreeBuilder {
  readonly columns: TableColumn[] = [];

  constructor(private readonly mayBeCut: boolean) {}

  /** Nothing for what is no value: the cursors of a page, and what it says of itself. */
  node(field: SelectedField, around: readonly SelectedField[]): readonly TableNode[] {
    const { responseName: step, type } = field;
    const fields = [...around, field];
    if (isNestedList(type)) throw new Error(`expected no list of lists, but got: ${pathOf(fields)}`);
    if (!isCompositeType(getNamedType(type))) return [this.#cell(step, fields)];
    if (isConnection(type)) return [this.#connection(field, fields)];
    const kind = isListType(getNullableType(type)) ? ("list" as const) : ("object" as const);
    return [{ kind, step, children: field.fields.flatMap((child) => this.node(child, fields)) }];
  }

  #cell(step: string, fields: readonly SelectedField[]): TableNode {
    const isList = fields.some(
      ({ type }, at) => at === fields.length - 1 && isListType(getNullableType(type)),
    );
    const column = this.columns.push({ path: pathOf(fields), fields, isList }) - 1;
    return { kind: "cell", step, column };
  }

  #connection(field: SelectedField, fields: readonly SelectedField[]): TableNode {
    const path = pathOf(fields);
    const pageInfo = field.fields.find(isNamed("pageInfo"));
    const paging = pagingOf(field.node);
    const needed = paging ? ["hasNextPage", "endCursor"] : ["hasNextPage"];
    if (!this.mayBeCut && !needed.every((name) => pageInfo?.fields.some(isNamed(name))))
      throw new Error(`expected pageInfo { ${needed.join(" ")} } in ${path}`);
    const children = field.fields.flatMap((child): readonly TableNode[] => {
      const { responseName: step, node } = child;
      if (node.name.value === "pageInfo") return [];
      if (node.name.value !== "edges" && node.name.value !== "nodes") return this.node(child, fields);
      return [{ kind: "list", step, children: this.#items(child, fields) }];
    });
    return { kind: "connection", step: field.responseName, path, children, paging };
  }

  #items({ node, fields: selected }: SelectedField, around: readonly SelectedField[]): readonly TableNode[] {
    if (node.name.value === "nodes") return selected.flatMap((field) => this.node(field, around));
    return selected.flatMap((field): readonly TableNode[] => {
      if (field.node.name.value === "cursor") return [];
      if (field.node.name.value !== "node") return this.node(field, around);
      const children = field.fields.flatMap((child) => this.node(child, around));
      return [{ kind: "object", step: field.responseName, children }];
    });
  }
}

const isNamed =
  (name: string) =>
  ({ node, responseName }: SelectedField): boolean =>
    node.name.value === name && responseName === name;

const pathOf = (fields: readonly SelectedField[]): string =>
  fields.map(({ responseName }) => responseName).join(".");

function isNestedList(type: GraphQLOutputType): boolean {
  const nullable = getNullableType(type);
  return (
    isListType(nullable) &&
    isListType(getNullableType(nullable.ofType)) &&
    isCompositeType(getNamedType(type))
  );
}

function pagingOf({ arguments: given = [] }: FieldNode): Paging | undefined {
  const variableOf = (name: string) => {
    const value = given.find((argument) => argument.name.value === name)?.value;
    return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
  };
  const after = variableOf("after");
  return after === undefined ? undefined : { after, first: variableOf("first") };
}
