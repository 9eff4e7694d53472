import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { JSONWebKeySet } from "jose";
import { z } from "zod";

/** Where the keys are. */
export type KeyLocation = { readonly file: string } | { readonly url: URL };

/** Reads the public keys anew. Rejects where they cannot be had. */
export type KeySource = () => Promise<JSONWebKeySet>;

const timeoutMs = 5_000;
const maxBytes = 256 * 1024;

/** The ids of keys that developers make for themselves begin so. Production refuses these keys. */
export const developmentKeyPrefix = "development-";

export const productionNeeds = "Set JWKS, JWT_ISSUER and JWT_AUDIENCE to those of your sign-in service";

const publicKey = z
  .looseObject({ kty: z.string(), kid: z.string().max(200).optional() })
  .refine((key) => key.kty !== "oct" && !("d" in key), "expected public keys only");

const keySet = z.object({ keys: z.array(publicKey).min(1).max(100) });

/** The keys of a file or a URL. */
export const keySourceOf =
  (location: KeyLocation, isProduction: boolean): KeySource =>
  async () =>
    parseKeys(
      "file" in location ? await readFile(location.file, "utf8") : await fetchText(location.url),
      isProduction,
    );

/** Throws where the file has no usable keys. */
export const checkKeyFile = (file: string, isProduction: boolean): void =>
  void parseKeys(readFileSync(file, "utf8"), isProduction);

function parseKeys(text: string, isProduction: boolean): JSONWebKeySet {
  const parsed = keySet.safeParse(jsonOf(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`expected a JSON Web Key Set (${issue?.path.join(".")}: ${issue?.message})`);
  }
  if (isProduction && parsed.data.keys.some(({ kid }) => kid?.startsWith(developmentKeyPrefix))) {
    throw new Error(`it has a key for development only. ${productionNeeds}`);
  }
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("expected JSON");
  }
}

async function fetchText(url: URL): Promise<string> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(timeoutMs) });
  if (!response.ok || !response.body) throw new Error(`expected status 200, but got: ${response.status}`);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`expected at most ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
