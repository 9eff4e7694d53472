import type { AllowanceEntity } from "@an-sinh/meritorious-service/allowance/allowance.entity";
import { monthlyAmount } from "@an-sinh/meritorious-service/allowance/monthly-amount";
import { monthlyCoefficients, reassessedOn } from "./coefficients.js";
import type { Recognition } from "./recognitions.js";
import { firstLevelDay, standardLevelOn } from "./standard-levels.js";

const sampleGift = "Sample amount, not that of a decision";

/** The allowances of a record, the monthly ones first. Nobody who was recognised after death has any. */
export function* allowancesOf(recognition: Recognition): Iterable<AllowanceEntity> {
  const { record } = recognition;
  if (record.endedOn === record.recognisedOn) return;
  yield* monthlyAllowancesOf(recognition);
  yield* oneOffBenefitsOf(recognition);
}

export function* allowanceRows(recognitions: readonly Recognition[]): Iterable<AllowanceEntity> {
  for (const recognition of recognitions) yield* allowancesOf(recognition);
}

/** From the month after recognition until the record's end; a reassessed war invalid has one after the other. */
export function* monthlyAllowancesOf(recognition: Recognition): Iterable<AllowanceEntity> {
  const { record } = recognition;
  const validFrom = later(firstOfNextMonth(record.recognisedOn), firstLevelDay);
  const validTo = record.endedOn === null ? null : dayBefore(record.endedOn);
  let number = 0;
  for (const { kind, coefficient, period, legalBasis } of monthlyCoefficients(recognition)) {
    const from = period === "SINCE_REASSESSMENT" ? later(validFrom, reassessedOn) : validFrom;
    const to = period === "UNTIL_REASSESSMENT" ? dayBefore(reassessedOn) : validTo;
    if (to !== null && to < from) continue;
    number++;
    yield {
      id: `${record.id}-a${number}`,
      recordId: record.id,
      kind,
      coefficient,
      oneOffAmount: null,
      validFrom: from,
      validTo: to,
      legalBasis,
    };
  }
}

function* oneOffBenefitsOf({ ordinal, record }: Recognition): Iterable<AllowanceEntity> {
  if (record.status !== "IN_FORCE") return;
  const year = ordinal % 2 === 0 ? 2024 : 2025;
  const validFrom = year === 2024 ? "2024-07-01" : "2025-01-01";
  const isInCentre = ordinal % 7 === 0;
  if (record.relativeOfId === null && record.recognisedOn < validFrom) {
    const coefficient = isInCentre ? 1.8 : 0.9;
    yield {
      id: `${record.id}-c${year}`,
      recordId: record.id,
      kind: "CONVALESCENCE",
      coefficient,
      oneOffAmount: monthlyAmount(coefficient, standardLevelOn(validFrom)),
      validFrom,
      validTo: `${year}-12-31`,
      legalBasis: `Decree 75/2021/ND-CP: convalescence ${isInCentre ? "in a centre" : "at home"}`,
    };
  }
  if (record.recognisedOn >= "2025-07-01") return;
  yield {
    id: `${record.id}-g2025`,
    recordId: record.id,
    kind: "GIFT",
    coefficient: 0,
    oneOffAmount: 300_000,
    validFrom: "2025-07-01",
    validTo: "2025-07-31",
    legalBasis: sampleGift,
  };
}

const later = (a: string, b: string) => (a > b ? a : b);

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
