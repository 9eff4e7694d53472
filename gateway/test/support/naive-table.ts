import {
  getNamedType,
  getNullableType,
  getOperationAST,
  isListType,
  isObjectType,
  Kind,
  parse,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

type Cells = ReadonlyMap<string, string | null>;

/** A way to values: through objects and lists of objects, to a leaf. */
interface Step {
  readonly name: string;
  readonly isList: boolean;
}

interface Column {
  readonly name: string;
  readonly steps: readonly Step[];
}

interface Part {
  readonly columns: readonly Column[];
  readonly hasLists: boolean;
  /** The rows that the part alone would give. */
  readonly rows: (value: unknown) => readonly Cells[];
}

/** The table of an answer without fragments and aliases, as docs/reports.md tells the rule: rows of parts, combined. */
export function naiveTable(schema: GraphQLSchema, source: string, data: unknown) {
  const selection = getOperationAST(parse(source))?.selectionSet;
  const type = schema.getQueryType();
  if (!selection || !type) throw new Error("Expected a query");
  const { columns, rows } = objectPart(type, selection, "");
  return {
    columns: columns.map(({ name }) => name),
    rows: rows(data).map((row) => columns.map(({ name }) => row.get(name) ?? null)),
  };
}

/** All combinations of the rows of its fields. Of several lists each gives one row, with its values joined. */
function objectPart(type: GraphQLOutputType, { selections }: SelectionSetNode, path: string): Part {
  const object = getNamedType(type);
  if (!isObjectType(object)) throw new Error("Expected an object type");
  const parts = selections.flatMap((node) => {
    if (node.kind !== Kind.FIELD) throw new Error("Expected fields only");
    const name = node.name.value;
    if (name === "pageInfo" || name === "cursor") return [];
    const field = object.getFields()[name];
    if (!field) throw new Error(`Expected a field ${name}`);
    const isOfPage = ["Nodes edges", "Edge node"].includes(`${object.name} ${name}`);
    const at = isOfPage ? path : path === "" ? name : `${path}.${name}`;
    return [fieldPart(field.type, node.selectionSet, name, at)];
  });
  const areJoined = parts.filter(({ hasLists }) => hasLists).length > 1;
  return {
    columns: parts.flatMap(({ columns }) => columns),
    hasLists: parts.some(({ hasLists }) => hasLists),
    rows: (value) =>
      parts
        .map((part) => (part.hasLists && areJoined ? [joined(part, value)] : part.rows(value)))
        .reduce<readonly Cells[]>(
          (rows, more) => rows.flatMap((row) => more.map((other) => new Map([...row, ...other]))),
          [new Map()],
        ),
  };
}

function fieldPart(
  type: GraphQLOutputType,
  selection: SelectionSetNode | undefined,
  name: string,
  path: string,
): Part {
  const isList = isListType(getNullableType(type));
  const step = { name, isList };
  if (!selection) {
    const columns = [{ name: path, steps: [step] }];
    return { columns, hasLists: false, rows: (value) => [joined({ columns }, value)] };
  }
  const { columns, hasLists, rows } = objectPart(type, selection, path);
  const ofObject = (value: unknown) => rows(value);
  const ofList = (value: unknown) => {
    const found = Array.isArray(value) ? value.filter((item) => item !== null).flatMap(rows) : [];
    return found.length > 0 ? found : [new Map<string, string | null>()];
  };
  return {
    columns: columns.map(({ name: column, steps }) => ({ name: column, steps: [step, ...steps] })),
    hasLists: isList || hasLists,
    rows: (value) => (isList ? ofList : ofObject)(valueOf(value, name)),
  };
}

const joined = ({ columns }: Pick<Part, "columns">, value: unknown): Cells =>
  new Map(columns.map(({ name, steps }) => [name, textAt(value, steps)]));

/** Null where there is nothing, or where the only value there can be is null. */
function textAt(value: unknown, steps: readonly Step[]): string | null {
  const isInList = steps.slice(0, -1).some(({ isList }) => isList);
  if (!isInList && steps.reduce((found, { name }) => valueOf(found, name), value) === null) return null;
  const values = valuesAt(value, steps);
  return values.length === 0 ? null : values.map((each) => (each === null ? "" : String(each))).join("; ");
}

function valuesAt(value: unknown, [step, ...below]: readonly Step[]): readonly unknown[] {
  if (!step) return [value];
  const found = valueOf(value, step.name);
  if (!step.isList) return valuesAt(found, below);
  if (found === null) return below.length > 0 ? [] : [null];
  const items = found as readonly unknown[];
  return below.length > 0
    ? items.filter((item) => item !== null).flatMap((item) => valuesAt(item, below))
    : items;
}

const valueOf = (value: unknown, name: string): unknown =>
  (value as Readonly<Record<string, unknown>> | null)?.[name] ?? null;
