import { isEnumType, isSpecifiedScalarType, type GraphQLLeafType } from "graphql";
import type { ScalarForm } from "../../planning/scalar-forms.js";
import { ExactNumber } from "../../responses/exact-number.js";
import { quote, toJson } from "./json-values.js";

/** The JSON text of a value that is not null. Undefined: the type has no such value. Custom scalars without a form have any. */
export function leafText(value: unknown, type: GraphQLLeafType, form?: ScalarForm): string | undefined {
  if (isEnumType(type)) {
    return typeof value === "string" && type.getValue(value) ? quote(value) : undefined;
  }
  switch (form ?? builtInName(type)) {
    case "String":
    case "text":
      return typeof value === "string" ? quote(value) : undefined;
    case "ID":
      return typeof value === "string" || isWhole(value) ? toJson(value) : undefined;
    case "Int":
      return typeof value === "number" && (value | 0) === value ? String(value) : undefined;
    case "integer":
      return Number.isSafeInteger(value) ? String(value) : undefined;
    case "date":
      return isDate(value) ? quote(value) : undefined;
    case "Float":
    case "number":
      return isFinite(value) ? toJson(value) : undefined;
    case "Boolean":
    case "boolean":
      return typeof value === "boolean" ? String(value) : undefined;
    default:
      return scalarText(value);
  }
}

/** Undefined: the scalar is none of the five of GraphQL, and may have the name of a form. */
export const builtInName = (type: GraphQLLeafType): string | undefined =>
  isSpecifiedScalarType(type) ? type.name : undefined;

/** Whether a value is a text such as 2025-07-01. It is called for each date of an answer. */
export function isDate(value: unknown): value is string {
  if (typeof value !== "string" || value.length !== 10) return false;
  if (value.charCodeAt(4) !== hyphen || value.charCodeAt(7) !== hyphen) return false;
  const month = digit(value, 5) * 10 + digit(value, 6);
  const day = digit(value, 8) * 10 + digit(value, 9);
  const year = digit(value, 0) * digit(value, 1) * digit(value, 2) * digit(value, 3);
  return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

const hyphen = 45;
const zero = 48;

/** NaN: the character is no digit. */
function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - zero;
  return value >= 0 && value <= 9 ? value : Number.NaN;
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
