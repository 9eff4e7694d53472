import { GraphQLError, Kind, visit, type DocumentNode, type ExecutionResult, type FieldNode } from "graphql";
import type { ReservedNames } from "./reserved-names.js";

const prefix = "client__";

/**
 * Renames the fields of an operation whose response names the query plan may use for its own fields. Returns the
 * same document where there are none.
 *
 * Apollo Gateway 2.14.4 merges the fields that a plan adds into the same objects as the client's fields, under the
 * same names. With `{ user { id: name } }`, it would take the name for the key. With
 * `{ post { comments(limit: 1) } }`, it would mix the client's comments with those that a `@requires` fetches with
 * another limit. Its planner also makes aliases that end like `__alias_0`, and a client's field under such an alias
 * may be lost. Tests: gateway/test/federation/keys.case.ts, gateway/test/federation/requires.case.ts and
 * gateway/test/federation/interfaces.case.ts.
 */
export function avoidReservedNames(document: DocumentNode, reserved: ReservedNames): DocumentNode {
  return visit(document, {
    Field: (field) => {
      const responseName = field.alias?.value ?? field.name.value;
      if (!conflictsWithPlan(field, responseName, reserved)) return undefined;
      return { ...field, alias: { kind: Kind.NAME as const, value: prefix + responseName } };
    },
  });
}

function conflictsWithPlan({ name }: FieldNode, responseName: string, reserved: ReservedNames): boolean {
  if (responseName.startsWith(prefix) || /__alias_\d+$/.test(responseName)) return true;
  if (responseName !== name.value) return reserved.fields.has(responseName);
  return reserved.fieldsWithArguments.has(responseName);
}

/** Gives the fields of a result, and the paths of its errors, the response names of the client's operation. */
export function restoreResponseNames(result: ExecutionResult): ExecutionResult {
  return {
    ...result,
    ...(result.data ? { data: renameKeys(result.data) } : {}),
    ...(result.errors ? { errors: result.errors.map(renamePath) } : {}),
  };
}

/** Apollo Gateway's own faults are among the errors as plain `Error`s, which have no path. */
function renamePath(error: GraphQLError): GraphQLError {
  const { message, path, nodes, originalError, extensions } = error;
  if (!path) return error;
  return new GraphQLError(message, {
    path: path.map((step) => (typeof step === "string" ? withoutPrefix(step) : step)),
    nodes: nodes ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}

function withoutPrefix(name: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function renameKeys<Value>(value: Value): Value;
function renameKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item));
  // The gateway makes its objects without a prototype. Any other object is the value of a scalar.
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== null) return value;
  const renamed: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) renamed[withoutPrefix(key)] = renameKeys(item);
  return renamed;
}
