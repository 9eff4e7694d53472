import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { findBasePay } from "../base-pay/base-pay.service.js";
import { careKinds } from "../care-benefit/care-benefit.enums.js";
import { findStandardLevel } from "../standard-level/standard-level.service.js";
import type { CareNormEntity } from "./care-norm.entity.js";
import { listAllCareNorms } from "./care-norm.loaders.js";
import type { CareLevels } from "./care-amount.js";
import { CareNorm } from "./care-norm.type.js";

/** The norms in force on a day, at the levels of that day, in the order of the kinds and of the norms of one kind. */
export async function listCareNorms(context: RequestContext, on: string): Promise<CareNorm[]> {
  const [norms, standardLevel, basePay] = await Promise.all([
    listAllCareNorms(context),
    findStandardLevel(context, on),
    findBasePay(context, on),
  ]);
  const levels: CareLevels = { STANDARD_LEVEL: standardLevel, BASE_PAY: basePay };
  return norms
    .filter((norm) => isInForce(norm, on))
    .toSorted(byKindAndPosition)
    .map((norm) => new CareNorm(norm, levels));
}

const byKindAndPosition = (a: CareNormEntity, b: CareNormEntity): number =>
  careKinds.indexOf(a.kind) - careKinds.indexOf(b.kind) || a.position - b.position;
