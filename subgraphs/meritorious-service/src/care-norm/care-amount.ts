import type { BasePayEntity } from "../base-pay/base-pay.entity.js";
import { multipleOfLevel } from "../standard-level/multiple-of-level.js";
import type { StandardLevelEntity } from "../standard-level/standard-level.entity.js";
import type { CareNormEntity } from "./care-norm.entity.js";

/** What norms are multiples of, on a day. Null: none is on record for that day. */
export interface CareLevels {
  readonly STANDARD_LEVEL: StandardLevelEntity | null;
  readonly BASE_PAY: BasePayEntity | null;
}

/** What a norm is worth at the levels of a day, in dong. Null: what it is a multiple of is not on record. */
export function careAmount(norm: CareNormEntity, levels: CareLevels): number | null {
  const { multipleOf, coefficient, fixedAmount } = norm;
  if (multipleOf === null || coefficient === null) return fixedAmount;
  const level = levels[multipleOf];
  return level && multipleOfLevel(coefficient, level);
}
