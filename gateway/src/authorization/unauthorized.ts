import { ClientError } from "@an-sinh/server/errors";
import { z } from "zod";

/**
 * What happens to an operation with fields that the caller may not see: they are cut out and the rest is answered, or
 * the whole operation is rejected.
 */
export type OnUnauthorized = "cut" | "reject";

/** The variable UNAUTHORIZED, for every program that starts a gateway. */
export const unauthorizedSetting = z
  .enum(["cut", "reject"], { error: "expected cut or reject" })
  .default("cut");

/** A field that the caller may not see. */
export interface CutField {
  /** With the client's names and without lists. */
  readonly path: readonly string[];
  readonly typeName: string;
  readonly fieldName: string;
}

/** One error for each place. */
export function unauthorizedErrors(
  cuts: readonly CutField[],
  onUnauthorized: OnUnauthorized,
): readonly ClientError[] {
  const http = onUnauthorized === "reject" ? { http: { status: 403 } } : {};
  const byPath = new Map(cuts.map((cut) => [JSON.stringify(cut.path), cut]));
  return [...byPath.values()].map(
    ({ path, typeName, fieldName }) =>
      new ClientError("UNAUTHORIZED_FIELD_OR_TYPE", `The caller may not see ${typeName}.${fieldName}.`, {
        path: [...path],
        extensions: http,
      }),
  );
}
