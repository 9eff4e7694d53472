import { toJsonText } from "../../responses/exact-json.js";

/** What JSON writes with an escape. A surrogate may be alone; then it is escaped too. */
// eslint-disable-next-line no-control-regex
const escaped = /["\\\u0000-\u001f\ud800-\udfff]/;

/** The JSON text of a string, without the quotes around it. */
export function escapeText(text: string): string {
  return escaped.test(text) ? JSON.stringify(text).slice(1, -1) : text;
}

/** The JSON text of a string. */
export function quote(text: string): string {
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}

/** The JSON text of any value of a response. Undefined is null. */
export function toJson(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Number.isFinite(value) ? String(value) : "null";
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null ? "null" : toJsonText(value);
    default:
      return "null";
  }
}

/** A property of an object of a response, never one that all objects inherit. */
export function getOwn(object: object, name: string): unknown {
  return Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
