import { randomUUID } from "node:crypto";
import { join, resolve } from "node:path";
import { developmentKeyPrefix } from "@an-sinh/gateway/identity/key-source";
import { keptPrivateFile, replacePrivateFile } from "@an-sinh/server/private-files";
import { exportJWK, generateKeyPair, type JWK } from "jose";

/** The key by which a developer signs tokens. Production refuses what it signs. */
export interface DevelopmentKey {
  readonly privateKey: JWK;
  /** The file with the public key alone, as a JSON Web Key Set. */
  readonly publicFile: string;
}

export const developmentAlgorithm = "ES256";

/** The key in a folder. It is made where there is none; of two programs that make one at once, both get the same. */
export async function developmentKeyIn(dataFolder: string): Promise<DevelopmentKey> {
  const folder = resolve(dataFolder, "keys");
  const publicFile = join(folder, "development.jwks.json");
  const privateKey = JSON.parse(await keptPrivateFile(join(folder, "development.jwk.json"), newKey)) as JWK;
  const { d: _private, ...publicKey } = privateKey;
  await replacePrivateFile(publicFile, JSON.stringify({ keys: [publicKey] }));
  return { privateKey, publicFile };
}

async function newKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(developmentAlgorithm, { extractable: true });
  const kid = developmentKeyPrefix + randomUUID();
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: developmentAlgorithm });
}
