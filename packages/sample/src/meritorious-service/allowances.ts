import type { AllowanceEntity } from "@an-sinh/meritorious-service/allowance/allowance.entity";
import { addDays, firstOfNextMonth, later } from "@an-sinh/subgraph-kit/calendar";
import type { Recognition } from "../meritorious-people/recognitions.js";
import { monthlyCoefficients, reassessedOn } from "./coefficients.js";
import { oneOffAllowancesOf } from "./one-off-benefits.js";
import { firstLevelDay } from "./standard-levels.js";

/** The allowances of a record, the monthly ones first. Somebody who was recognized after death has none. */
function* allowancesOf(recognition: Recognition): Iterable<AllowanceEntity> {
  const { record } = recognition;
  if (record.endedOn === record.recognizedOn) return;
  yield* monthlyAllowancesOf(recognition);
  yield* oneOffAllowancesOf(recognition);
}

export function* allowanceRows(recognitions: readonly Recognition[]): Iterable<AllowanceEntity> {
  for (const recognition of recognitions) yield* allowancesOf(recognition);
}

/**
 * The monthly allowances of a record. They begin with the month after the recognition and end with the record. A war
 * invalid who was reassessed has one before and one after the reassessment.
 */
export function* monthlyAllowancesOf(recognition: Recognition): Iterable<AllowanceEntity> {
  const { record } = recognition;
  const validFrom = later(firstOfNextMonth(record.recognizedOn), firstLevelDay);
  const validTo = record.endedOn === null ? null : addDays(record.endedOn, -1);
  let number = 0;
  for (const { kind, coefficient, period, legalBasis } of monthlyCoefficients(recognition)) {
    const from = period === "SINCE_REASSESSMENT" ? later(validFrom, reassessedOn) : validFrom;
    const to = period === "UNTIL_REASSESSMENT" ? addDays(reassessedOn, -1) : validTo;
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
