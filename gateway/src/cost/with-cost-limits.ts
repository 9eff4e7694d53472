import { ClientError } from "@an-sinh/server/errors";
import type { Executor } from "@an-sinh/server/executable-graph";
import type { GatewayRequest } from "../gateway-request.js";
import type { CostLimits } from "./cost-limits.js";

/** The executor, for operations that cost no more than they may. */
export function withCostLimits(execute: Executor, costs: CostLimits | undefined): Executor {
  if (!costs) return execute;
  return async (request) => {
    try {
      const cost = await costs.admit(request, request.context as unknown as GatewayRequest);
      const answer = await execute(request);
      return cost ? { ...answer, extensions: { ...answer.extensions, cost } } : answer;
    } catch (error) {
      if (error instanceof ClientError) return { errors: [error] };
      throw error;
    }
  };
}
