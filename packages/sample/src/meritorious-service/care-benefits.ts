import type { CareBenefitEntity } from "@an-sinh/meritorious-service/care-benefit/care-benefit.entity";
import type { CareKind } from "@an-sinh/meritorious-service/care-benefit/care-benefit.enums";
import { addDays, yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { Recognition } from "../meritorious-people/recognitions.js";
import { lastRegisterDay } from "../population/population.js";
import { careNormOn } from "./care-norms.js";
import { oneOffBenefitsOf } from "./one-off-benefits.js";
import { firstLevelDay } from "./standard-levels.js";

/** A care benefit. Its amount is that of the norm on `entitledOn`, which may be earlier than the payment. */
interface GivenCare {
  readonly kind: CareKind;
  readonly entitledOn: string;
  readonly paidOn: string;
}

/** The care benefits of each record: on recognition, one-off benefits, and for the funeral. */
export function* careBenefitRows(recognitions: readonly Recognition[]): Iterable<CareBenefitEntity> {
  for (const recognition of recognitions) {
    const { record } = recognition;
    let number = 0;
    for (const { kind, entitledOn, paidOn } of givenTo(recognition)) {
      if (entitledOn < firstLevelDay || paidOn > lastRegisterDay) continue;
      number++;
      const { amount, legalBasis } = careNormOn(kind, entitledOn, record);
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

function* givenTo(recognition: Recognition): Iterable<GivenCare> {
  const { ordinal, code, record } = recognition;
  const { recognizedOn, endedOn } = record;
  if (code === "RESISTANCE_ACTIVIST") {
    const paidOn = addDays(recognizedOn, 20 + (ordinal % 30));
    yield { kind: "RECOGNITION_BENEFIT", entitledOn: recognizedOn, paidOn };
  }
  for (const { kind, validFrom, validTo } of oneOffBenefitsOf(recognition)) {
    const isGift = kind.startsWith("GIFT");
    // Everybody gets the gifts, but one person in twenty does not take the convalescence.
    if (!isGift && ordinal % 20 === 3) continue;
    const paidOn = isGift ? addDays(validTo, -(4 + (ordinal % 8))) : addDays(validFrom, 30 + (ordinal % 140));
    yield { kind, entitledOn: validFrom, paidOn };
  }
  const isFuneral = record.status === "DECEASED" && endedOn !== null && endedOn > recognizedOn;
  if (isFuneral) {
    yield { kind: "FUNERAL_BENEFIT", entitledOn: endedOn, paidOn: addDays(endedOn, 15 + (ordinal % 30)) };
  }
}
