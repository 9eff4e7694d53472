import { isEnumType, type GraphQLLeafType } from "graphql";
import { ExactNumber } from "../../responses/exact-number.js";
import { quote, toJson } from "./json-values.js";

/** The JSON text of a value that is not null. Undefined: the type has no such value. Custom scalars have any. */
export function leafText(value: unknown, type: GraphQLLeafType): string | undefined {
  if (isEnumType(type)) {
    return typeof value === "string" && type.getValue(value) ? quote(value) : undefined;
  }
  switch (type.name) {
    case "String":
      return typeof value === "string" ? quote(value) : undefined;
    case "ID":
      return typeof value === "string" || isWhole(value) ? toJson(value) : undefined;
    case "Int":
      return typeof value === "number" && (value | 0) === value ? String(value) : undefined;
    case "Float":
      return isFinite(value) ? toJson(value) : undefined;
    case "Boolean":
      return typeof value === "boolean" ? String(value) : undefined;
    default:
      return scalarText(value);
  }
}

/** The JSON text of a custom scalar. Undefined: the value has none. It may hold itself, or lists many thousand deep. */
export function scalarText(value: unknown): string | undefined {
  try {
    return toJson(value);
  } catch {
    return undefined;
  }
}

function isFinite(value: unknown): boolean {
  return Number.isFinite(value instanceof ExactNumber ? value.valueOf() : value);
}

function isWhole(value: unknown): boolean {
  return value instanceof ExactNumber ? /^-?\d+$/.test(value.text) : Number.isInteger(value);
}
