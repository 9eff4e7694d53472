import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from "jose";
import type { IdentitySettings } from "../../src/identity/identity-settings.js";

/** Signs tokens with a key of its own. */
export interface TokenIssuer {
  readonly settings: IdentitySettings;
  /** A good token, but for the claims and parameters of the header that are given. An undefined claim is left out. */
  sign(claims?: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
}

export const seconds = (): number => Math.floor(Date.now() / 1_000);

/** An issuer with one key, of this id. */
export async function createIssuer(kid = "key"): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const keys = [{ ...(await exportJWK(publicKey)), kid, alg: "ES256" }];
  const [issuer, audience] = ["https://issuer.example", "graph"];
  return {
    settings: { keys: async () => ({ keys }), issuer, audience, algorithms: ["ES256", "RS256"] },
    sign: (claims = {}, header = {}) =>
      new SignJWT({ iss: issuer, aud: audience, sub: "official", exp: seconds() + 60, ...claims })
        .setProtectedHeader({ alg: "ES256", kid, ...header })
        .sign(privateKey),
  };
}
