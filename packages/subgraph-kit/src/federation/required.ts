import { ClientError } from "@an-sinh/server/errors";

/**
 * What a field requires of another department. Throws SUBGRAPH_ERROR where the gateway did not send it, as some gateways
 * do when that department failed: an empty list or false in its place would be a wrong answer.
 */
export function required<Value>(field: string, value: Value | null | undefined): Value {
  if (value !== null && value !== undefined) return value;
  throw new ClientError(
    "SUBGRAPH_ERROR",
    `Expected ${field}, which this field requires of another department, but the gateway did not send it.`,
  );
}
