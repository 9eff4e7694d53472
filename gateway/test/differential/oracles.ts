import {
  execute,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { wrongNumber, wrongText } from "./faults.js";

export type Path = readonly (string | number)[];

/** What a client gets, as plain JSON. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
}

export function toAnswer(result: ExecutionResult): Answer {
  return JSON.parse(JSON.stringify(result)) as Answer;
}

/** What is wrong with an answer, as sentences. */
export type Problems = readonly string[];

/** Without faults of subgraphs, the answer is the judge's. A hidden enum value is a null without an error. */
export function compareAnswers(want: Answer, got: Answer): Problems {
  const wantErrors = (want.errors ?? []).filter(
    ({ message }) => !message.includes('cannot represent value: "SECRET"'),
  );
  const gotPaths = new Set((got.errors ?? []).map(({ path }) => JSON.stringify(path)));
  const wantPaths = new Set(wantErrors.map(({ path }) => JSON.stringify(path)));
  const isExplained = (path: Path | undefined) =>
    path !== undefined &&
    (wantPaths.has(JSON.stringify(path)) || isBelowNull(want.data, path) || isObjectAt(got.data, path));
  return [
    ...(JSON.stringify(want.data) === JSON.stringify(got.data) ? [] : ["The data differ."]),
    ...[...wantPaths]
      .filter((path) => !gotPaths.has(path) && !isToldElsewhere(got, JSON.parse(path) as Path))
      .map((path) => `An error at ${path} is missing.`),
    ...(got.errors ?? [])
      .filter(({ path }) => !isExplained(path))
      .map(({ path, message }) => `There must be no error at ${JSON.stringify(path)}: ${message}`),
    ...errorsWithoutCode(got),
  ];
}

/** With faults of subgraphs, the answer has the types of the API, and says why something is missing. */
export function checkFaultyAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Record<string, unknown>,
  got: Answer,
): Problems {
  if (got.data === undefined) return ["There is an answer without data."];
  return [...errorsWithoutCode(got), ...wrongTypes(schema, document, variables, got)];
}

/** Nulls in place of values that the judge has, without an error above or below. `isFree` says where any value may be. */
export function silentNulls(want: Answer, got: Answer, isFree: (path: Path) => boolean): Problems {
  const isTold = toldBy(got.errors ?? []);
  const problems: string[] = [];
  compareValues(want.data, got.data, [], (path, wanted, actual) => {
    if (isFree(path)) return false;
    if (actual === null && wanted !== null && !isTold(path)) {
      problems.push(
        `At ${JSON.stringify(path)} there is null in place of ${JSON.stringify(wanted)}, without an error.`,
      );
    }
    const isLeaf = typeof wanted !== "object" && actual !== null && typeof actual !== "object";
    if (isLeaf && wanted !== actual && actual !== wrongText && actual !== wrongNumber && actual !== true) {
      problems.push(
        `At ${JSON.stringify(path)} there is ${JSON.stringify(actual)} in place of ${JSON.stringify(wanted)}.`,
      );
    }
    return true;
  });
  return problems;
}

/** Whether an error is above or below a place, or names its field among those that a failed fetch would have brought. */
function toldBy(errors: readonly GraphQLFormattedError[]): (path: Path) => boolean {
  const paths = errors.map(({ path }) => path ?? []);
  const fields = errors.flatMap(({ extensions }) => (extensions?.["fields"] ?? []) as readonly string[]);
  const names = fields.map((field) => field.split("."));
  return (path) => {
    const own = path.filter((step) => typeof step === "string");
    return paths.some((error) => areInLine(error, path)) || names.some((field) => areInLine(field, own));
  };
}

function errorsWithoutCode({ errors = [] }: Answer): Problems {
  return errors
    .filter(({ extensions }) => typeof extensions?.["code"] !== "string")
    .map(({ message }) => `The error "${message}" has no code.`);
}

const typeAlias = "zz";

/** Selects the name of each abstract type's object, so that an answer can be checked. */
export function withTypeNames(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const selection = {
    kind: Kind.FIELD as const,
    alias: { kind: Kind.NAME as const, value: typeAlias },
    name: { kind: Kind.NAME as const, value: "__typename" },
  };
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave: (field) => {
          const type = types.getType();
          const named = type && getNamedType(type);
          const isData = isCompositeType(named) && isAbstractType(named);
          if (!isData || !field.selectionSet) return undefined;
          const { selectionSet } = field;
          return {
            ...field,
            selectionSet: { ...selectionSet, selections: [...selectionSet.selections, selection] },
          };
        },
      },
    }),
  );
}

/** An answer with the types of the API stays as it is when graphql-js executes the operation over it. */
function wrongTypes(
  schema: GraphQLSchema,
  document: DocumentNode,
  variableValues: Record<string, unknown>,
  { data }: Answer,
): Problems {
  if (data === null) return [];
  const again = execute({
    schema,
    document,
    variableValues,
    rootValue: data,
    fieldResolver: (source: Record<string, unknown>, _args, _context, { path }) => source[path.key],
    typeResolver: (value: Record<string, unknown>) => String(value[typeAlias]),
  }) as ExecutionResult;
  const { errors = [] } = again;
  if (errors.length > 0) return errors.map(({ message, path }) => `At ${JSON.stringify(path)}: ${message}`);
  return JSON.stringify(again.data) === JSON.stringify(data)
    ? []
    : [`By the API's types, the data are ${JSON.stringify(again.data)}.`];
}

function compareValues(
  want: unknown,
  got: unknown,
  path: Path,
  visitValue: (path: Path, want: unknown, got: unknown) => boolean,
): void {
  if (!visitValue(path, want, got)) return;
  if (typeof want !== "object" || typeof got !== "object" || want === null || got === null) return;
  if (Array.isArray(want) !== Array.isArray(got)) return;
  if (Array.isArray(want) && Array.isArray(got) && want.length !== got.length) return;
  for (const [key, value] of Object.entries(got)) {
    if (!Object.hasOwn(want, key)) continue;
    const step = Array.isArray(got) ? Number(key) : key;
    compareValues((want as Record<string, unknown>)[key], value, [...path, step], visitValue);
  }
}

function areInLine(left: Path, right: Path): boolean {
  const length = Math.min(left.length, right.length);
  return left.slice(0, length).every((step, index) => step === right[index]);
}

/**
 * Whether the path leads to an object that is there. Such an error is about a field that the client did not select for
 * this object: a subgraph with an interface object is asked before the object's type is known.
 */
function isObjectAt(data: unknown, path: Path): boolean {
  const value = valueAt(data, path);
  return path.length > 0 && typeof value === "object" && value !== null && !Array.isArray(value);
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | null)?.[step],
    data,
  );
}

/** Whether another error explains the null that is in place of an object around the path: one is enough. */
function isToldElsewhere({ data, errors = [] }: Answer, path: Path): boolean {
  const depth = path.findIndex((_, index) => (valueAt(data, path.slice(0, index)) ?? null) === null);
  return (
    depth >= 0 &&
    errors.some((error) => path.slice(0, depth).every((step, index) => error.path?.[index] === step))
  );
}

/** Whether something around the path is null. */
function isBelowNull(data: unknown, path: Path): boolean {
  return path.some((_, index) => (valueAt(data, path.slice(0, index)) ?? null) === null);
}
