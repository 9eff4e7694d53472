import { createSecretKey, hash, randomBytes, type KeyObject } from "node:crypto";
import { z } from "zod";

/** A key that a gateway and a subgraph share. */
export interface ChannelKey {
  /** Names the key, and says nothing of it. */
  readonly id: string;
  readonly secret: KeyObject;
}

/** The first one signs. All are taken, so that keys can be changed without a pause. */
export type ChannelKeys = readonly [ChannelKey, ...ChannelKey[]];

const keyBytes = 32;
const expected =
  "expected one key or two with a comma between them, each what `openssl rand -hex 32` prints: the first signs, both count";

/** A setting with the keys of a subgraph. Errors do not repeat it. */
export const channelKeys = z
  .string({ error: expected })
  .regex(/^[\da-f]{64}(\s*,\s*[\da-f]{64})?$/i, expected)
  .transform((text): ChannelKeys => {
    const [first = "", ...others] = text.split(",").map((digits) => digits.trim());
    return [toKey(first), ...others.map(toKey)];
  });

/** The text of a setting with a new key. */
export const newChannelKey = (): string => randomBytes(keyBytes).toString("hex");

function toKey(digits: string): ChannelKey {
  const bytes = Buffer.from(digits, "hex");
  return { id: hash("sha256", bytes, "hex").slice(0, 16), secret: createSecretKey(bytes) };
}
