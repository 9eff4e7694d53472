import { GraphQLError, Kind, visit, type DocumentNode, type ExecutionResult, type FieldNode } from "graphql";
import type { ReservedNames } from "./reserved-names.js";

const prefix = "asked__";

/**
 * Gives the fields of an operation names in the answer that its query plan does not use itself.
 *
 * A plan fetches key and required fields into the same answer as what the client asks for. In `{ user { id: name } }`
 * the client's `id` would take the place of the key and the plan would look up another user; in
 * `{ post { comments(limit: 1) } }` the client's comments would mix with those that a `@requires` fetches with a
 * limit of its own. Apollo Gateway does not keep them apart.
 *
 * Returns the same document where nothing has to be renamed.
 */
export function withSafeAliases(document: DocumentNode, reserved: ReservedNames): DocumentNode {
  return visit(document, {
    Field: (field) => {
      const responseName = field.alias?.value ?? field.name.value;
      if (!isInTheWay(field, responseName, reserved)) return undefined;
      return { ...field, alias: { kind: Kind.NAME as const, value: prefix + responseName } };
    },
  });
}

function isInTheWay({ name }: FieldNode, responseName: string, reserved: ReservedNames): boolean {
  if (responseName.startsWith(prefix) || /__alias_\d+$/.test(responseName)) return true;
  if (responseName !== name.value) return reserved.fields.has(responseName);
  return reserved.fieldsWithArguments.has(responseName);
}

/** Gives the fields of an answer, and the paths of its errors, the names that the client asked for. */
export function withAskedNames(result: ExecutionResult): ExecutionResult {
  return {
    ...result,
    ...(result.data ? { data: renameKeys(result.data) } : {}),
    ...(result.errors ? { errors: result.errors.map(renamePath) } : {}),
  };
}

/** The gateway also passes on errors that are no GraphQL errors: those have no path. */
function renamePath(error: GraphQLError): GraphQLError {
  const { message, path, nodes, originalError, extensions } = error;
  if (!path) return error;
  const asked = path.map((step) => (typeof step === "string" ? toAskedName(step) : step));
  return new GraphQLError(message, {
    path: asked,
    nodes: nodes ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}

function toAskedName(name: string): string {
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function renameKeys<Value>(value: Value): Value;
function renameKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => renameKeys(item));
  // Only objects without a prototype are the gateway's; any other is a value of a scalar.
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== null) return value;
  const renamed: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) renamed[toAskedName(key)] = renameKeys(item);
  return renamed;
}
