import {
  developmentIssuer,
  readIdentitySettings,
  type IdentitySettings,
} from "@an-sinh/gateway/identity/identity-settings";
import { SignJWT } from "jose";
import type { GraphSettings } from "../env.js";
import { developmentAlgorithm, developmentKeyIn } from "./development-key.js";

export interface TokenClaims {
  readonly subject: string;
  readonly agency: string | undefined;
  readonly scopes: readonly string[];
  readonly areas: readonly string[];
  readonly lifetimeSeconds: number;
}

const audience = "an-sinh";

/** A token that a graph takes whose data is in the same folder. */
export async function signDevelopmentToken(dataFolder: string, claims: TokenClaims): Promise<string> {
  const { privateKey } = await developmentKeyIn(dataFolder);
  const { subject, agency, scopes, areas, lifetimeSeconds } = claims;
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ sub: subject, agency, scope: scopes.join(" "), areas: [...areas] })
    .setProtectedHeader({ alg: developmentAlgorithm, kid: privateKey.kid ?? "" })
    .setIssuer(developmentIssuer)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .sign(privateKey);
}

/** The settings of a gateway that takes such tokens. */
export async function developmentSettings(dataFolder: string): Promise<Record<string, string>> {
  const { publicFile } = await developmentKeyIn(dataFolder);
  return {
    JWKS: publicFile,
    JWT_ISSUER: developmentIssuer,
    JWT_AUDIENCE: audience,
    JWT_ALGORITHMS: developmentAlgorithm,
  };
}

/** How the graph verifies tokens. Undefined: nobody can sign in. */
export const identityOf = async ({
  identity,
  takesDevelopmentTokens,
  databases,
}: GraphSettings): Promise<IdentitySettings | undefined> =>
  takesDevelopmentTokens ? readIdentitySettings(await developmentSettings(databases.dataFolder)) : identity;
