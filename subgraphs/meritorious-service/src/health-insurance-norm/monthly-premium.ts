import type { BasePayEntity } from "../base-pay/base-pay.entity.js";
import { multipleOfLevel } from "../standard-level/multiple-of-level.js";
import type { HealthInsuranceNormEntity } from "./health-insurance-norm.entity.js";

/** What the state pays for a month: the norm's share of the base pay, in whole dong. */
export const monthlyPremium = (
  { percentOfBasePay }: HealthInsuranceNormEntity,
  { monthlyAmount }: BasePayEntity,
): number => multipleOfLevel(percentOfBasePay / 100, { monthlyAmount });
