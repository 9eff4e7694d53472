import { z } from "zod";
import { BadUserInputError } from "@an-sinh/server/errors";
import { sortKeyLength } from "../vietnamese-order.js";

export type CursorValue = string | number;

const cursorSchema = z.tuple([z.string()], z.union([z.string().max(sortKeyLength), z.number()]));

/** An opaque cursor: which list it belongs to, and the sort values of the row it stands at. */
export function encodeCursor(list: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([list, ...values])).toString("base64url");
}

/** The sort values in a cursor. Throws BAD_USER_INPUT for a cursor that this list did not hand out. */
export function decodeCursor(list: string, cursor: string, types: readonly string[]): CursorValue[] {
  const [owner, ...values] = parse(cursor);
  const fits =
    values.length === types.length && values.every((value, index) => typeof value === types[index]);
  if (owner === list && fits) return values;
  throw new BadUserInputError(
    "after: expected a cursor from this list in this order, but got one from elsewhere.",
    { extensions: { argument: "after" } },
  );
}

function parse(cursor: string): [string, ...CursorValue[]] {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw new BadUserInputError(
      "after: expected an endCursor or edge cursor of this list, but got something else.",
      { extensions: { argument: "after" } },
    );
  }
}
