import type { AllowanceEntity } from "@an-sinh/meritorious-service/allowance/allowance.entity";
import type { CareKind } from "@an-sinh/meritorious-service/care-benefit/care-benefit.enums";
import type { Recognition } from "../meritorious-people/recognitions.js";
import { careNormOn } from "./care-norms.js";

/** Convalescence or a gift. It may be taken from the first day to the last. */
interface OneOffBenefit {
  readonly kind: CareKind;
  readonly validFrom: string;
  readonly validTo: string;
}

const gifts: readonly OneOffBenefit[] = [
  { kind: "GIFT_TET", validFrom: "2024-01-15", validTo: "2024-02-29" },
  { kind: "GIFT_WAR_INVALIDS_DAY", validFrom: "2024-07-01", validTo: "2024-07-31" },
  { kind: "GIFT_TET", validFrom: "2025-01-02", validTo: "2025-01-31" },
  { kind: "GIFT_WAR_INVALIDS_DAY", validFrom: "2025-07-01", validTo: "2025-07-31" },
];

/**
 * The one-off benefits of a record in force. Everybody with meritorious service of their own may have convalescence in
 * one of two years, and every seventh of them in a center. Everybody gets gifts.
 */
export function* oneOffBenefitsOf({ ordinal, record }: Recognition): Iterable<OneOffBenefit> {
  if (record.status !== "IN_FORCE") return;
  const kind = ordinal % 7 === 0 ? "CONVALESCENCE_IN_CENTER" : "CONVALESCENCE_AT_HOME";
  const convalescence: OneOffBenefit =
    ordinal % 2 === 0
      ? { kind, validFrom: "2024-07-01", validTo: "2024-12-31" }
      : { kind, validFrom: "2025-01-01", validTo: "2025-12-31" };
  const isOwnService = record.relativeOfId === null;
  if (isOwnService && record.recognizedOn < convalescence.validFrom) yield convalescence;
  for (const gift of gifts) if (record.recognizedOn < gift.validFrom) yield gift;
}

/** The same benefits as one-off allowances. */
export function* oneOffAllowancesOf(recognition: Recognition): Iterable<AllowanceEntity> {
  const { record } = recognition;
  let number = 0;
  for (const { kind, validFrom, validTo } of oneOffBenefitsOf(recognition)) {
    number++;
    const { coefficient, amount, legalBasis } = careNormOn(kind, validFrom, record);
    yield {
      id: `${record.id}-b${number}`,
      recordId: record.id,
      kind: kind.startsWith("GIFT") ? "GIFT" : "CONVALESCENCE",
      coefficient,
      oneOffAmount: amount,
      validFrom,
      validTo,
      legalBasis,
    };
  }
}
