import { createHmac, hash, type KeyObject } from "node:crypto";

/** A part of a message that is signed: its name and its value. */
export type Component = readonly [name: string, value: string];

/** What is signed, by RFC 9421, section 2.5. `parameters` is the value of Signature-Input for this signature. */
export function signatureBase(components: readonly Component[], parameters: string): string {
  let base = "";
  for (const [name, value] of components) base += `"${name}": ${value}\n`;
  return `${base}"@signature-params": ${parameters}`;
}

/** A signature by RFC 9421, section 3.3.3 (HMAC with SHA-256), in Base64. */
export const hmacSha256 = (secret: KeyObject, base: string): string =>
  createHmac("sha256", secret).update(base).digest("base64");

/** The value of a header Content-Digest, by RFC 9530. */
export const contentDigest = (body: string | Buffer): string => `sha-256=:${hash("sha256", body, "base64")}:`;
