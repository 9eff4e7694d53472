import { isEnumType, type GraphQLLeafType } from "graphql";
import type { ScalarForm } from "../../planning/scalar-forms.js";
import { literal, type GeneratedCode } from "../values/generated-code.js";
import { escapeText, quote } from "../values/json-values.js";
import { builtInName, isDate, scalarText } from "../values/leaf-values.js";

interface LeafPlace {
  /** Undefined: a custom scalar may have any value. */
  readonly form: ScalarForm | undefined;
  /** The text that is appended before the value. */
  readonly pending: string;
  readonly code: GeneratedCode;
}

/** The code that appends a `value` of a leaf, where it is a usual one. All others go to careful-answer.ts. */
export function leafCode(type: GraphQLLeafType, { form, pending, code }: LeafPlace): string {
  const start = literal(pending);
  const text = `if (typeof value === "string") { text += ${literal(`${pending}"`)}; text += ${code.constant(escapeText)}(value); text += '"'; }`;
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name }) => [name, pending + quote(name)]));
    return `part = ${code.constant(texts)}.get(value);\nif (part !== undefined) text += part;`;
  }
  switch (form ?? builtInName(type)) {
    case "String":
    case "ID":
    case "text":
      return text;
    case "integer":
      return `if (Number.isSafeInteger(value)) { text += ${start}; text += value; }`;
    case "date":
      return `if (${code.constant(isDate)}(value)) { text += ${literal(`${pending}"`)}; text += value; text += '"'; }`;
    case "Int":
      return `if (typeof value === "number" && (value | 0) === value) { text += ${start}; text += value; }`;
    case "Float":
    case "number":
      return `if (Number.isFinite(value)) { text += ${start}; text += value; }`;
    case "Boolean":
    case "boolean":
      return `if (value === true) text += ${literal(`${pending}true`)}; else if (value === false) text += ${literal(`${pending}false`)};`;
    default:
      return `${text} else if (value != null && (part = ${code.constant(scalarText)}(value)) !== undefined) { text += ${start}; text += part; }`;
  }
}
