import { addDays, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { CareBenefitEntity } from "@an-sinh/meritorious-service/care-benefit/care-benefit.entity";
import type { CareKind } from "@an-sinh/meritorious-service/care-benefit/care-benefit.enums";
import { careWorthOn } from "./care-norms.js";
import { oneOffBenefitsOf } from "./one-off-benefits.js";
import type { Recognition } from "./recognitions.js";
import { firstLevelDay } from "./standard-levels.js";

const lastDayOfSample = "2025-12-31";

/** A kind of care given on a day, worth what it was on another. */
interface Given {
  readonly kind: CareKind;
  readonly worthOn: string;
  readonly paidOn: string;
}

/** What was given for each record: the benefits drawn, one on recognition, one for the funeral. */
export function* careBenefitRows(recognitions: readonly Recognition[]): Iterable<CareBenefitEntity> {
  for (const recognition of recognitions) {
    const { record } = recognition;
    let number = 0;
    for (const { kind, worthOn, paidOn } of givenTo(recognition)) {
      if (worthOn < firstLevelDay || paidOn > lastDayOfSample) continue;
      number++;
      const { amount, legalBasis } = careWorthOn(kind, worthOn);
      yield {
        id: `${record.id}-c${number}`,
        recordId: record.id,
        localityId: record.localityId,
        kind,
        year: yearOf(paidOn),
        amount,
        paidOn,
        legalBasis,
      };
    }
  }
}

function* givenTo(recognition: Recognition): Iterable<Given> {
  const { ordinal, code, record } = recognition;
  const { recognizedOn, endedOn } = record;
  if (code === "RESISTANCE_ACTIVIST") {
    const paidOn = addDays(recognizedOn, 20 + (ordinal % 30));
    yield { kind: "RECOGNITION_BENEFIT", worthOn: recognizedOn, paidOn };
  }
  for (const { kind, validFrom, validTo } of oneOffBenefitsOf(recognition)) {
    const isGift = kind.startsWith("GIFT");
    // One in twenty does not draw the convalescence that is due; gifts are brought to the house.
    if (!isGift && ordinal % 20 === 3) continue;
    const paidOn = isGift ? addDays(validTo, -(4 + (ordinal % 8))) : addDays(validFrom, 30 + (ordinal % 140));
    yield { kind, worthOn: validFrom, paidOn };
  }
  const isFuneral = record.status === "DECEASED" && endedOn !== null && endedOn > recognizedOn;
  if (isFuneral) {
    yield { kind: "FUNERAL_BENEFIT", worthOn: endedOn, paidOn: addDays(endedOn, 15 + (ordinal % 30)) };
  }
}
