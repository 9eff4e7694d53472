import { ClientError } from "@an-sinh/server/errors";
import type { Executor } from "@an-sinh/server/executable-graph";
import type { CostLimits } from "../cost/cost-limits.js";
import type { GatewayRequest } from "../gateway-request.js";
import type { SecretLookups } from "../lookups/secret-lookups.js";
import type { RefusedReads } from "./refused-reads.js";
import { checkVariables } from "./input-limits.js";

interface Limits {
  readonly lookups: SecretLookups;
  /** Undefined: an operation may cost anything. */
  readonly costs: CostLimits | undefined;
  /** Undefined: what operations read is not recorded. */
  readonly refusedReads?: RefusedReads | undefined;
}

/**
 * The executor, for requests that are not too large, whose look-ups are admitted and whose operations cost no more than
 * they may.
 */
export function withAdmission(execute: Executor, { lookups, costs, refusedReads }: Limits): Executor {
  return async (request) => {
    const context = request.context as unknown as GatewayRequest;
    try {
      checkVariables(request.request.variables ?? {});
      const admission = lookups.admit(request, context);
      if (admission) await admission;
      const cost = await costs?.admit(request, context);
      const answer = await execute(request);
      const queryPlan = context.work.report?.describe();
      if (!cost && !queryPlan) return answer;
      const asked = { ...(cost && { cost }), ...(queryPlan && { queryPlan }) };
      return { ...answer, extensions: { ...answer.extensions, ...asked } };
    } catch (error) {
      if (!(error instanceof ClientError)) throw error;
      const failure = await refusedReads?.record(request, error, context);
      return { errors: [failure ?? error] };
    } finally {
      context.budget.release();
    }
  };
}
