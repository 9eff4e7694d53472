import { toCaller, type Caller } from "@an-sinh/server/caller";
import { errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";

/** What a token has to say to be believed. */
export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
}

/** What a good token says. */
export interface Verified {
  readonly caller: Caller;
  /** In milliseconds. */
  readonly expiresAt: number;
}

/** Clocks may differ by so much. */
const clockToleranceSeconds = 5;

const claims = z.object({
  exp: z.number(),
  iat: z.number().default(0),
  sub: z.string(),
  agency: z.string().nullable().default(null),
  /** Separated by spaces. */
  scope: z.string().default(""),
  areas: z.array(z.string()).default([]),
});

/** Rejects where the token is not one that the rules and the keys allow. `now` is in milliseconds. */
export async function verifyToken(
  token: string,
  find: JWTVerifyGetKey,
  { issuer, audience, algorithms }: TokenRules,
  now: number,
): Promise<Verified> {
  const { payload } = await jwtVerify(token, find, {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(now),
  });
  const { exp, iat, sub, agency, scope, areas } = claims.parse(payload);
  if (iat * 1_000 > now + clockToleranceSeconds * 1_000)
    throw new errors.JWTClaimValidationFailed("issued in the future", payload, "nbf");
  const scopes = scope.split(" ").filter((name) => name !== "");
  return { caller: toCaller({ subject: sub, agency, scopes, areas }), expiresAt: exp * 1_000 };
}
