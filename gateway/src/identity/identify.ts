import { hash } from "node:crypto";
import { anonymous, type Caller } from "@an-sinh/server/caller";
import type { Logger } from "@an-sinh/server/logger";
import { LRUCache } from "lru-cache";
import type { Identify } from "../gateway-request.js";
import { readBearerToken } from "./bearer-token.js";
import type { IdentitySettings } from "./identity-settings.js";
import { KeySet, keysLastMs } from "./key-set.js";
import { refusalOf, unauthenticated } from "./refusals.js";
import { verifyToken } from "./verify-token.js";

interface KnownToken {
  readonly caller: Promise<Caller>;
  /** When it is verified again: it may have expired, or its key may have been withdrawn. In milliseconds. */
  readonly until: number;
}

const maxKnownTokens = 10_000;

/**
 * Finds out who asks by the token of the request. A token that cannot be believed refuses the request; without one the
 * client is anonymous. A token is verified once and then known by its hash. `now` gives the time in milliseconds.
 */
export function createIdentify(
  settings: IdentitySettings | undefined,
  logger: Logger,
  now: () => number = Date.now,
): Identify {
  const callerOf = settings ? tokenVerifier(settings, logger, now) : refuseTokens(logger);
  return async ({ headers: { authorization }, requestId }) => {
    if (authorization === undefined) return anonymous;
    try {
      return await callerOf(readBearerToken(authorization));
    } catch (error) {
      throw refusalOf(error, requestId, logger);
    }
  };
}

type FindCaller = (token: string) => Promise<Caller>;

function tokenVerifier(settings: IdentitySettings, logger: Logger, now: () => number): FindCaller {
  const keys = new KeySet(settings.keys, logger, now);
  const tokens = new LRUCache<string, KnownToken>({ max: maxKnownTokens });

  return (token) => {
    const key = hash("sha256", token, "base64");
    const known = tokens.get(key);
    if (known && now() < known.until) return known.caller;
    const verified = verifyToken(token, keys.find, settings, now());
    const added = { caller: verified.then(({ caller }) => caller), until: now() + keysLastMs };
    tokens.set(key, added);
    verified.then(
      ({ expiresAt }) => (added.until = Math.min(added.until, expiresAt)),
      () => tokens.delete(key),
    );
    return added.caller;
  };
}

/** Nobody signs in where no keys are set. The log says so once. */
function refuseTokens(logger: Logger): FindCaller {
  let isLogged = false;
  return async () => {
    if (!isLogged) logger.warn("A client sent a token, but JWKS is not set: nobody can sign in.");
    isLogged = true;
    throw unauthenticated("Nobody can sign in to this server. Ask without a token.");
  };
}
