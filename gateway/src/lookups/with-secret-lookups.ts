import { ClientError } from "@an-sinh/server/errors";
import type { Executor } from "@an-sinh/server/executable-graph";
import type { GatewayRequest } from "../gateway-request.js";
import type { SecretLookups } from "./secret-lookups.js";

/** The executor, for operations whose look-ups are admitted. */
export function withSecretLookups(execute: Executor, lookups: SecretLookups | undefined): Executor {
  if (!lookups) return execute;
  return async (request) => {
    try {
      const admission = lookups.admit(request, request.context as unknown as GatewayRequest);
      if (admission) await admission;
    } catch (error) {
      if (error instanceof ClientError) return { errors: [error] };
      throw error;
    }
    return execute(request);
  };
}
