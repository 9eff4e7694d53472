import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { careKinds } from "../care-benefit/care-benefit.enums.js";
import { multipleOfLevel } from "../standard-level/multiple-of-level.js";
import { findStandardLevel } from "../standard-level/standard-level.service.js";
import { listAllCareNorms } from "./care-norm.loaders.js";
import { CareNorm } from "./care-norm.type.js";

/** The norms in force on a day, at the standard level of that day, in the order of the kinds. */
export async function listCareNorms(context: RequestContext, on: string): Promise<CareNorm[]> {
  const [norms, level] = await Promise.all([listAllCareNorms(context), findStandardLevel(context, on)]);
  return norms
    .filter((norm) => isInForce(norm, on))
    .toSorted((a, b) => careKinds.indexOf(a.kind) - careKinds.indexOf(b.kind))
    .map((norm) => {
      const { coefficient } = norm;
      if (coefficient === null) return new CareNorm(norm, norm.fixedAmount);
      return new CareNorm(norm, level && multipleOfLevel(coefficient, level.monthlyAmount));
    });
}
