import { z } from "zod";
import { BadUserInputError } from "@an-sinh/server/errors";
import { sortKeyLength } from "../vietnamese-order.js";
import { Seal } from "./seal.js";

export type CursorValue = string | number;

/** The arguments of a list that take a cursor. */
export type CursorArgument = "after" | "before";

const cursorSchema = z.tuple([z.string()], z.union([z.string().max(sortKeyLength), z.number()]));

/**
 * Opaque cursors: each says which list it belongs to, and the sort values of the row it stands at. They are sealed: sort
 * values are codes of households and names. The same row has the same cursor wherever the key is the same.
 */
export class Cursors {
  readonly #seal: Seal;

  constructor(key: Uint8Array) {
    this.#seal = new Seal(key, "cursor");
  }

  encode(list: string, values: readonly CursorValue[]): string {
    return this.#seal.seal(JSON.stringify([list, ...values]));
  }

  /**
   * The sort values in a cursor. Throws BAD_USER_INPUT for a cursor that this list did not hand out; the error names the
   * argument that has it.
   */
  decode(list: string, cursor: string, types: readonly string[], argument: CursorArgument): CursorValue[] {
    const [owner, ...values] = this.#read(cursor, argument);
    const fits =
      values.length === types.length && values.every((value, index) => typeof value === types[index]);
    if (owner === list && fits) return values;
    throw badCursor(argument, "a cursor from this list in this order, but got one from elsewhere.");
  }

  #read(cursor: string, argument: CursorArgument): [string, ...CursorValue[]] {
    const text = this.#seal.open(cursor);
    if (text !== null) return cursorSchema.parse(JSON.parse(text));
    throw badCursor(argument, "a cursor of this list, from an edge or pageInfo, but got something else.");
  }
}

/** The message never repeats the cursor. */
const badCursor = (argument: CursorArgument, expected: string) =>
  new BadUserInputError(`${argument}: expected ${expected}`, { extensions: { argument } });
