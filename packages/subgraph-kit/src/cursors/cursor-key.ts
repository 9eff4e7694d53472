import { z } from "zod";
import { sealKeyLength } from "./seal.js";

const expected = `expected ${2 * sealKeyLength} hexadecimal digits, such as those that \`openssl rand -hex ${sealKeyLength}\` prints`;

/** A setting with the key by which cursors are sealed. Errors do not repeat it. */
export const cursorKey = z
  .string({ error: expected })
  .regex(/^[\da-f]*$/i, expected)
  .length(2 * sealKeyLength, expected)
  .transform((digits): Uint8Array => Buffer.from(digits, "hex"));

/** The value of the setting for another process. */
export const writeCursorKey = (key: Uint8Array): string => Buffer.from(key).toString("hex");
