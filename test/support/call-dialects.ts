import { Kind, parse, parseValue, print, visit, type DocumentNode, type ValueNode } from "graphql";

type Data = Readonly<Record<string, unknown>>;

/** What a router asks a subgraph. */
export interface Call {
  readonly document: DocumentNode;
  readonly variables: Data;
}

/** A way in which a router writes what another one writes otherwise. */
interface CallDialect {
  readonly name: string;
  rewrite(call: Call): Call;
  /** What the data would be for the call that was not rewritten. */
  read(data: Data): Data;
}

const same = (data: Data): Data => data;

/** The names of the variables that hold representations. */
export const representationsOf = ({ document }: Call): string[] => {
  const names: string[] = [];
  visit(document, {
    VariableDefinition: ({ variable, type }) => {
      if (print(type) === "[_Any!]!") names.push(variable.name.value);
    },
  });
  return names;
};

/** The call with other representations. */
export function withRepresentations(
  call: Call,
  change: (known: readonly unknown[]) => readonly unknown[],
): Call {
  const changed = representationsOf(call).map((name) => [
    name,
    change(call.variables[name] as readonly unknown[]),
  ]);
  return { ...call, variables: { ...call.variables, ...Object.fromEntries(changed) } };
}

const isObject = (value: unknown): value is Data => typeof value === "object" && value !== null;

/** A value with other fields in each of its objects. */
function deeply(value: unknown, change: (fields: [string, unknown][]) => [string, unknown][]): unknown {
  if (Array.isArray(value)) return value.map((item) => deeply(item, change));
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([key, item]): [string, unknown] => [key, deeply(item, change)]);
  return Object.fromEntries(change(fields));
}

const changing = (
  name: string,
  change: (fields: [string, unknown][]) => [string, unknown][],
): CallDialect => ({
  name,
  rewrite: (call) => withRepresentations(call, (known) => known.map((each) => deeply(each, change))),
  read: same,
});

/** JSON as a literal of GraphQL. */
const literalOf = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literalOf).join()}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${key}:${literalOf(item)}`)
    .join()}}`;
};

function inDocument(call: Call): Call {
  const names = representationsOf(call);
  const literals = new Map(
    names.map((name): [string, ValueNode] => [name, parseValue(literalOf(call.variables[name]))]),
  );
  const document = visit(call.document, {
    VariableDefinition: ({ variable }) => (literals.has(variable.name.value) ? null : false),
    Variable: ({ name }) => literals.get(name.value),
  });
  const variables = Object.entries(call.variables).filter(([name]) => !literals.has(name));
  return { document, variables: Object.fromEntries(variables) };
}

const prefix = "_v0_";

function renamed({ document, variables }: Call): Call {
  const prefixed = (value: string) => ({ kind: Kind.NAME, value: prefix + value }) as const;
  return {
    document: visit(document, {
      Variable: (node) => ({ ...node, name: prefixed(node.name.value) }),
      OperationDefinition: ({ selectionSet, ...operation }) => {
        const selections = selectionSet.selections.map((node) =>
          node.kind === Kind.FIELD ? { ...node, alias: prefixed((node.alias ?? node.name).value) } : node,
        );
        return { ...operation, name: undefined, selectionSet: { ...selectionSet, selections } };
      },
    }),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [prefix + name, value])),
  };
}

const typename = parse("{ __typename }").definitions[0];

function withTypenames({ document, variables }: Call): Call {
  const added = typename?.kind === Kind.OPERATION_DEFINITION ? typename.selectionSet.selections : [];
  return {
    document: visit(document, {
      SelectionSet: { leave: (node) => ({ ...node, selections: [...node.selections, ...added] }) },
    }),
    variables,
  };
}

/** Data without the names of types. */
export const withoutTypenames = (data: Data): Data =>
  deeply(data, (fields) => fields.filter(([key]) => key !== "__typename")) as Data;

const everySecond = (data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).map(([key, list]) => [
      key,
      Array.isArray(list) ? list.filter((_, index) => index % 2 === 0) : list,
    ]),
  );

/** Hive Gateway drops nulls, names variables and root fields anew, and some routers send keys twice or more than keys. */
export const callDialects: readonly CallDialect[] = [
  changing("the last keys first", (fields) => fields.toReversed()),
  changing("without nulls", (fields) => fields.filter(([, value]) => value !== null)),
  changing("with more than is required", (fields) => [["__typename", "Anything"], ["more", [{}]], ...fields]),
  {
    name: "each entity twice",
    rewrite: (call) => withRepresentations(call, (known) => known.flatMap((each) => [each, each])),
    read: everySecond,
  },
  { name: "in the document instead of variables", rewrite: inDocument, read: same },
  {
    name: "with other names of variables and aliases, and none of the operation",
    rewrite: renamed,
    read: (data) =>
      Object.fromEntries(Object.entries(data).map(([key, value]) => [key.slice(prefix.length), value])),
  },
  { name: "with __typename everywhere", rewrite: withTypenames, read: same },
];
