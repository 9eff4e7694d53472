import { createCipheriv, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from "node:crypto";

/** The length of a key, in bytes. */
export const sealKeyLength = 32;

const blockLength = 16;

/** Longer than any text that is sealed. */
const longestText = 1_024;

/**
 * Seals short texts: nobody without the key can read one, or make or change one that opens. Equal texts are sealed
 * alike, and a sealed text tells no more of the length than the number of its blocks.
 *
 * The construction is that of RFC 5297: a keyed digest of the text is also the start of the counter by which the text is
 * encrypted. The digest is HMAC-SHA-256, cut to 128 bits; the cipher is AES-256. `purpose` keeps keys of one origin apart.
 */
export class Seal {
  readonly #digestKey;
  /** Encrypts counters. It is kept: to create a cipher takes longer than all the rest. */
  readonly #cipher;

  constructor(key: Uint8Array, purpose: string) {
    if (key.byteLength !== sealKeyLength) throw new Error(`Expected a key of ${sealKeyLength} bytes`);
    const derive = (use: string) => Buffer.from(hkdfSync("sha256", key, "", `${purpose} ${use}`, 32));
    this.#digestKey = createSecretKey(derive("digest"));
    this.#cipher = createCipheriv("aes-256-ecb", derive("cipher"), null).setAutoPadding(false);
  }

  seal(text: string): string {
    const length = Math.ceil(Buffer.byteLength(text) / blockLength) * blockLength;
    if (length > longestText) throw new Error(`Expected at most ${longestText} bytes to seal`);
    const sealed = Buffer.allocUnsafe(blockLength + length);
    sealed.fill(" ", blockLength + sealed.write(text, blockLength));
    const content = sealed.subarray(blockLength);
    const digest = this.#digest(content);
    digest.copy(sealed);
    this.#encrypt(content, digest);
    return sealed.toString("base64url");
  }

  /** The text, with spaces at its end. Null: it was not sealed with this key. */
  open(sealed: string): string | null {
    if (sealed.length > (longestText + blockLength) * 2) return null;
    const bytes = Buffer.from(sealed, "base64url");
    // The decoder skips what is no base64url, so that other texts would open too.
    if (bytes.toString("base64url") !== sealed) return null;
    if (bytes.byteLength <= blockLength || bytes.byteLength % blockLength !== 0) return null;
    const digest = bytes.subarray(0, blockLength);
    const content = bytes.subarray(blockLength);
    this.#encrypt(content, digest);
    return timingSafeEqual(this.#digest(content), digest) ? content.toString() : null;
  }

  #digest(content: Uint8Array): Buffer {
    return createHmac("sha256", this.#digestKey).update(content).digest().subarray(0, blockLength);
  }

  /** In place; the second time decrypts. Counts in the last four bytes of the digest, as far as 64 blocks. */
  #encrypt(content: Buffer, digest: Buffer): void {
    const counters = Buffer.allocUnsafe(content.byteLength);
    for (let at = 0; at < counters.byteLength; at += blockLength) {
      digest.copy(counters, at);
      counters.writeUInt32BE((digest.readUInt32BE(12) + at / blockLength) >>> 0, at + 12);
    }
    const stream = this.#cipher.update(counters);
    for (let at = 0; at < content.byteLength; at += 4)
      content.writeInt32LE(content.readInt32LE(at) ^ stream.readInt32LE(at), at);
  }
}
