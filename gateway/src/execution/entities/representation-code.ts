import { toPlainJson } from "../../responses/plain-json.js";
import { GeneratedCode, literal, property } from "../values/generated-code.js";
import { escapeText, quote } from "../values/json-values.js";
import { scalarText } from "../values/leaf-values.js";
import type { ResponseObject } from "../values/response-objects.js";
import type { RequiredField, RequiredFields } from "./representations.js";
import { isUnknown } from "./unknown-entities.js";

/** Appends a representation to a text. Null: a field that the subgraph requires is missing or has no text. */
export type AppendText = (text: string, object: ResponseObject) => string | null;

/** Makes the value of a representation. What is missing is null. */
export type MakeValue = (object: ResponseObject) => Record<string, unknown>;

/** Compiles the text of a representation. */
export function compileText(fields: readonly RequiredField[], sentType: string | undefined): AppendText {
  const code = new GeneratedCode();
  const lines = ["let value, part;"];
  // What is the same for all objects is appended together with the next value.
  let pending = "{";
  for (const [index, { name, sentName, below }] of fields.entries()) {
    pending += `${index === 0 ? "" : ","}${quote(sentName)}:`;
    if (name === "__typename" && sentType !== undefined) {
      pending += quote(sentType);
      continue;
    }
    lines.push(`value = ${property("o", name)};`, "if (value === undefined) return null;");
    lines.push(below ? appendObjects(code, below, pending) : appendLeaf(code, pending));
    pending = "";
  }
  lines.push(`return text + ${literal(`${pending}}`)};`);
  return code.compile(code.define("text, o", lines.join("\n"))) as AppendText;
}

function appendObjects(code: GeneratedCode, below: RequiredFields, pending: string): string {
  const append = `${code.constant(appendAll)}(${code.constant(below)}, text + ${literal(pending)}, value)`;
  return `text = ${append};\nif (text === null) return null;`;
}

function appendLeaf(code: GeneratedCode, pending: string): string {
  return `if (typeof value === "string") {
text += ${literal(`${pending}"`)};
text += ${code.constant(escapeText)}(value);
text += '"';
} else {
part = ${code.constant(scalarText)}(value);
if (part === undefined) return null;
text += ${literal(pending)};
text += part;
}`;
}

/** Appends an object, null, or a list of them. Null: something is missing. An entity that there is not is null. */
function appendAll(fields: RequiredFields, text: string, value: unknown): string | null {
  if (value === null) return `${text}null`;
  if (typeof value !== "object") return null;
  if (!Array.isArray(value)) {
    const longer = fields.appendTo(text, value as ResponseObject);
    if (longer === null && isUnknown(value)) return `${text}null`;
    return longer === undefined ? `${text}{}` : longer;
  }
  let whole = `${text}[`;
  for (const [index, item] of value.entries()) {
    const longer = appendAll(fields, index === 0 ? whole : `${whole},`, item ?? null);
    if (longer === null) return null;
    whole = longer;
  }
  return `${whole}]`;
}

/** Compiles the value of a representation. */
export function compileValue(fields: readonly RequiredField[], sentType: string | undefined): MakeValue {
  const code = new GeneratedCode();
  const entries = fields.map(({ name, sentName, below }) => {
    // As a literal, this key would be the prototype.
    const key = sentName === "__proto__" ? `["__proto__"]` : literal(sentName);
    if (name === "__typename" && sentType !== undefined) return `${key}: ${literal(sentType)}`;
    const value = property("o", name);
    return below
      ? `${key}: ${code.constant(valuesOf)}(${code.constant(below)}, ${value})`
      : `${key}: typeof ${value} === "string" ? ${value} : ${code.constant(toPlainJson)}(${value})`;
  });
  return code.compile(code.define("o", `return { ${entries.join(", ")} };`)) as MakeValue;
}

function valuesOf(fields: RequiredFields, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => valuesOf(fields, item));
  if (isUnknown(value) && fields.textOf(value as ResponseObject) === null) return null;
  return fields.valueOf(value as ResponseObject);
}
