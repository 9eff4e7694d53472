import { RequestError } from "@an-sinh/server/errors";
import type { Logger } from "@an-sinh/server/logger";
import { errors } from "jose";
import { NoKeysError } from "./key-set.js";

/** Refuses a request whose sender cannot be believed. The message is in a header too, so it has no quotation marks. */
export function unauthenticated(message: string): RequestError {
  const challenge = `Bearer error="invalid_token", error_description="${message}"`;
  return new RequestError(401, "UNAUTHENTICATED", message, { "www-authenticate": challenge });
}

/** What the client gets when its token could not be verified. The log has why, and nothing of the token. */
export function refusalOf(error: unknown, requestId: string, logger: Logger): RequestError {
  if (error instanceof RequestError) return error;
  if (error instanceof NoKeysError) {
    return new RequestError(503, "INTERNAL", "Tokens cannot be verified at the moment.", {
      "retry-after": "30",
    });
  }
  logger.info({ requestId, reason: reasonOf(error) }, "A token was refused.");
  if (error instanceof errors.JWTExpired) return unauthenticated("The token has expired.");
  if (error instanceof errors.JWTClaimValidationFailed && error.claim === "nbf") {
    return unauthenticated("The token is not valid yet.");
  }
  return unauthenticated("The token is not one that this server accepts.");
}

/** Errors of jose have a code. Other messages could repeat what the token says. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed) return `${error.code} ${error.claim}`;
  if (error instanceof errors.JOSEError) return error.code;
  return error instanceof Error ? error.name : "unknown";
}
