import type { BasePayEntity } from "@an-sinh/meritorious-service/base-pay/base-pay.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";

/** What the state pays by. Several departments reckon with it. In the order of the days. */
export const basePays: readonly BasePayEntity[] = [
  {
    validFrom: "2019-07-01",
    validTo: "2023-06-30",
    monthlyAmount: 1_490_000,
    legalBasis: "Decree 38/2019/ND-CP",
  },
  {
    validFrom: "2023-07-01",
    validTo: "2024-06-30",
    monthlyAmount: 1_800_000,
    legalBasis: "Decree 24/2023/ND-CP",
  },
  {
    validFrom: "2024-07-01",
    validTo: "2026-06-30",
    monthlyAmount: 2_340_000,
    legalBasis: "Decree 73/2024/ND-CP",
  },
  { validFrom: "2026-07-01", validTo: null, monthlyAmount: 2_530_000, legalBasis: "Decree 161/2026/ND-CP" },
];

/** New objects, because whoever stores them may change them. */
export function* basePayRows(): Iterable<BasePayEntity> {
  for (const pay of basePays) yield { ...pay };
}

/** The base pay on a day. Throws for a day before 2019-07-01. */
export function basePayOn(day: string): BasePayEntity {
  const pay = basePays.find((found) => isInForce(found, day));
  if (pay) return pay;
  throw new RangeError(`Expected a day since ${basePays[0]?.validFrom}, but got: ${day}`);
}
