import { ClientError } from "@an-sinh/server/errors";
import type { Executor } from "@an-sinh/server/executable-graph";
import type { CostLimits } from "../cost/cost-limits.js";
import type { GatewayRequest } from "../gateway-request.js";
import { checkVariables } from "./input-limits.js";

/** The executor, for requests that are not too large and operations that cost no more than they may. */
export function withAdmission(execute: Executor, costs: CostLimits | undefined): Executor {
  return async (request) => {
    try {
      checkVariables(request.request.variables ?? {});
      const cost = await costs?.admit(request, request.context as unknown as GatewayRequest);
      const answer = await execute(request);
      return cost ? { ...answer, extensions: { ...answer.extensions, cost } } : answer;
    } catch (error) {
      if (error instanceof ClientError) return { errors: [error] };
      throw error;
    }
  };
}
