/** An object in the responses of subgraphs, with internal names. */
export type ResponseObject = Record<string, unknown>;

/** Whether a value of a response is an object: neither a list nor null. */
export function isResponseObject(value: unknown): value is ResponseObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
