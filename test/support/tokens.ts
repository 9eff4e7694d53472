import { createIdentify } from "@an-sinh/gateway/identity/identify";
import type { Caller } from "@an-sinh/server/caller";
import { createLogger } from "@an-sinh/server/logger";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

const { privateKey, publicKey } = await generateKeyPair("ES256");
const [issuer, audience, alg] = ["https://issuer.example", "an-sinh", "ES256"];
const keys = [{ ...(await exportJWK(publicKey)), alg }];
const settings = { keys: async () => ({ keys }), issuer, audience, algorithms: [alg] };

/** Verifies what `tokenOf` signs. */
export const identify = createIdentify(settings, createLogger("silent"));

/** Writes the public key into a folder. With these settings a program verifies what `tokenOf` signs. */
export async function writeKeys(folder: string): Promise<Record<string, string>> {
  const file = join(folder, "jwks.json");
  await writeFile(file, JSON.stringify({ keys }));
  return { JWKS: file, JWT_ISSUER: issuer, JWT_AUDIENCE: audience };
}

const tokens = new WeakMap<Caller, Promise<string>>();

/** A token of this caller. Undefined: nobody signs in. */
export async function tokenOf(caller: Caller): Promise<string | undefined> {
  if (caller.subject === null) return undefined;
  const token = tokens.get(caller) ?? sign(caller);
  tokens.set(caller, token);
  return token;
}

const sign = ({ subject, agency, scopes, areas }: Caller): Promise<string> =>
  new SignJWT({ sub: subject ?? "", agency, scope: scopes.join(" "), areas: [...areas] })
    .setProtectedHeader({ alg })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime("12h")
    .sign(privateKey);
