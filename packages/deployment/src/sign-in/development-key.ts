import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { developmentKeyPrefix } from "@an-sinh/gateway/identity/key-source";
import { createPrivateFile, makePrivateFolder } from "@an-sinh/server/private-files";
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
  const file = join(folder, "development.jwk.json");
  const publicFile = join(folder, "development.jwks.json");
  const privateKey = (await read(file)) ?? (await make(folder, file));
  const { d: _private, ...publicKey } = privateKey;
  await rename(await write(folder, { keys: [publicKey] }), publicFile);
  return { privateKey, publicFile };
}

async function make(folder: string, file: string): Promise<JWK> {
  await makePrivateFolder(folder);
  const { privateKey } = await generateKeyPair(developmentAlgorithm, { extractable: true });
  const kid = developmentKeyPrefix + randomUUID();
  const draft = await write(folder, { ...(await exportJWK(privateKey)), kid, alg: developmentAlgorithm });
  // Fails where another program was faster. Nobody sees a file that is not whole.
  await link(draft, file).catch(unless("EEXIST"));
  await rm(draft);
  return (await read(file)) ?? make(folder, file);
}

/** Writes into a new file, and returns its path. */
async function write(folder: string, value: object): Promise<string> {
  const path = join(folder, `.${randomUUID()}`);
  const file = await createPrivateFile(path);
  await file.writeFile(JSON.stringify(value)).finally(() => file.close());
  return path;
}

async function read(file: string): Promise<JWK | undefined> {
  const text = await readFile(file, "utf8").catch(unless("ENOENT"));
  return text === undefined ? undefined : (JSON.parse(text) as JWK);
}

const unless = (code: string) => (error: unknown) => {
  if (!(error instanceof Error && "code" in error && error.code === code)) throw error;
};
