import type { CareKind } from "@an-sinh/meritorious-service/care-benefit/care-benefit.enums";
import type { CareNormEntity } from "@an-sinh/meritorious-service/care-norm/care-norm.entity";
import { multipleOfLevel } from "@an-sinh/meritorious-service/standard-level/multiple-of-level";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { firstLevelDay, standardLevelOn } from "./standard-levels.js";

const sampleGift = "Sample amount, not that of a decision";
const sampleBenefit = "Sample value, not that of a decree";

/** The coefficients of convalescence are on record. All other norms are sample values, and say so. */
const norms: readonly CareNormEntity[] = [
  multiple("CONVALESCENCE_AT_HOME", 0.9, "Decree 75/2021/ND-CP: convalescence at home"),
  multiple("CONVALESCENCE_IN_CENTER", 1.8, "Decree 75/2021/ND-CP: convalescence in a center"),
  amount("GIFT_WAR_INVALIDS_DAY", 300_000, firstLevelDay, null, sampleGift),
  amount("GIFT_TET", 300_000, firstLevelDay, null, sampleGift),
  multiple("RECOGNITION_BENEFIT", 1.5, sampleBenefit),
  amount("FUNERAL_BENEFIT", 14_900_000, firstLevelDay, "2023-06-30", sampleBenefit),
  amount("FUNERAL_BENEFIT", 18_000_000, "2023-07-01", "2024-06-30", sampleBenefit),
  amount("FUNERAL_BENEFIT", 23_400_000, "2024-07-01", null, sampleBenefit),
];

/** New objects, because whoever stores them may change them. */
export function* careNormRows(): Iterable<CareNormEntity> {
  for (const norm of norms) yield { ...norm };
}

/** The amount of a kind of care. */
interface CareAmount {
  /** The amount is so many times the standard level. 0: the amount is fixed. */
  readonly coefficient: number;
  /** Dong. */
  readonly amount: number;
  readonly legalBasis: string;
}

/** The amount by the norm on a day. Throws for a day before `firstLevelDay`. */
export function careNormOn(kind: CareKind, day: string): CareAmount {
  const norm = norms.find((found) => found.kind === kind && isInForce(found, day));
  if (!norm) throw new RangeError(`Expected a day since ${firstLevelDay}, but got: ${day}`);
  const { coefficient, fixedAmount, legalBasis } = norm;
  if (fixedAmount !== null) return { coefficient: 0, amount: fixedAmount, legalBasis };
  const times = coefficient ?? 0;
  return { coefficient: times, amount: multipleOfLevel(times, standardLevelOn(day)), legalBasis };
}

function multiple(kind: CareKind, coefficient: number, legalBasis: string): CareNormEntity {
  return { kind, validFrom: firstLevelDay, validTo: null, coefficient, fixedAmount: null, legalBasis };
}

function amount(
  kind: CareKind,
  fixedAmount: number,
  validFrom: string,
  validTo: string | null,
  legalBasis: string,
): CareNormEntity {
  return { kind, validFrom, validTo, coefficient: null, fixedAmount, legalBasis };
}
