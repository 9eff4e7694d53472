import type { CareKind } from "@an-sinh/meritorious-service/care-benefit/care-benefit.enums";
import { careAmount } from "@an-sinh/meritorious-service/care-norm/care-amount";
import type { CareNormEntity } from "@an-sinh/meritorious-service/care-norm/care-norm.entity";
import { findNormOfRecord } from "@an-sinh/meritorious-service/care-norm/norm-of-record";
import type { MeritoriousRecordEntity } from "@an-sinh/meritorious-service/meritorious-record/meritorious-record.entity";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import { categoryId, type CategoryCode } from "../meritorious-people/categories.js";
import { basePayOn } from "./base-pays.js";
import { firstLevelDay, standardLevelOn } from "./standard-levels.js";

const forEverybody = {
  validFrom: firstLevelDay,
  validTo: null,
  position: 1,
  categoryIds: null,
  minimumInjuryRatePercent: null,
  multipleOf: null,
  coefficient: null,
  fixedAmount: null,
};

/** The amounts of the two tiers were published. Who belongs to which was not, so the sample decides it. */
const giftBasis =
  "Decisions of the State President on gifts, each year; who gets which amount is a sample value";
const higherGift: readonly CategoryCode[] = [
  "REVOLUTIONARY_BEFORE_1945",
  "REVOLUTIONARY_1945",
  "HEROIC_MOTHER",
  "ARMED_FORCES_HERO",
  "LABOR_HERO",
];
const higherGiftIfSevere: readonly CategoryCode[] = ["WAR_INVALID", "SICK_SOLDIER", "TOXIC_CHEMICAL_VICTIM"];

const norms: readonly CareNormEntity[] = [
  {
    ...forEverybody,
    kind: "CONVALESCENCE_AT_HOME",
    multipleOf: "STANDARD_LEVEL",
    coefficient: 0.9,
    legalBasis: "Decree 75/2021/ND-CP: convalescence at home",
  },
  {
    ...forEverybody,
    kind: "CONVALESCENCE_IN_CENTER",
    multipleOf: "STANDARD_LEVEL",
    coefficient: 1.8,
    legalBasis: "Decree 75/2021/ND-CP: convalescence in a center",
  },
  ...giftNorms("GIFT_WAR_INVALIDS_DAY"),
  ...giftNorms("GIFT_TET"),
  {
    ...forEverybody,
    kind: "RECOGNITION_BENEFIT",
    multipleOf: "STANDARD_LEVEL",
    coefficient: 1.5,
    legalBasis: "Sample value, not that of a decree",
  },
  {
    ...forEverybody,
    kind: "FUNERAL_BENEFIT",
    multipleOf: "BASE_PAY",
    coefficient: 10,
    legalBasis: "Law on Social Insurance: ten times the base pay",
  },
];

/** New objects, because whoever stores them may change them. */
export function* careNormRows(): Iterable<CareNormEntity> {
  for (const norm of norms) yield { ...norm };
}

/** The amount of a kind of care. */
interface CareAmount {
  /** The amount is so many times the standard level. 0: it is not a multiple of that level. */
  readonly coefficient: number;
  /** Dong. */
  readonly amount: number;
  readonly legalBasis: string;
}

/** The amount for a record by the norm on a day. Throws for a day before `firstLevelDay`. */
export function careNormOn(kind: CareKind, day: string, record: MeritoriousRecordEntity): CareAmount {
  const inForce = norms.filter((norm) => norm.kind === kind && isInForce(norm, day));
  const norm = findNormOfRecord(inForce, record);
  const amount = norm && careAmount(norm, { STANDARD_LEVEL: standardLevelOn(day), BASE_PAY: basePayOn(day) });
  if (!norm || amount === null)
    throw new RangeError(`Expected a day since ${firstLevelDay}, but got: ${day}`);
  const coefficient = norm.multipleOf === "STANDARD_LEVEL" ? norm.coefficient : null;
  return { coefficient: coefficient ?? 0, amount, legalBasis: norm.legalBasis };
}

/** The higher gift is for two groups, the lower one for everybody else. */
function giftNorms(kind: CareKind): CareNormEntity[] {
  const gift = { ...forEverybody, kind, legalBasis: giftBasis };
  const higher = { ...gift, fixedAmount: 600_000 };
  return [
    { ...higher, position: 1, categoryIds: higherGift.map(categoryId) },
    {
      ...higher,
      position: 2,
      categoryIds: higherGiftIfSevere.map(categoryId),
      minimumInjuryRatePercent: 81,
    },
    { ...gift, position: 3, fixedAmount: 300_000 },
  ];
}
