import type { HouseholdClass } from "@an-sinh/households/poverty-review/household-class";
import { classify, lastDayAsNewlyEscaped } from "@an-sinh/households/poverty-standard/classify";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import {
  registerYears,
  type Population,
  type RegisterYear,
  type SampleHousehold,
} from "../population/population.js";
import { createNumberedRandom, type Random } from "../population/random.js";
import { drawFindings, type Findings } from "./findings.js";
import { centralStandard, ownStandardOf } from "./poverty-standards.js";
import { createReviewRounds, type ReviewRound, type RoundsOf } from "./review-rounds.js";

/** 36 months. */
const yearsAsNewlyEscaped = 3;

/** One review of a household, with everything that was found and decided. */
export interface DrawnReview {
  readonly id: string;
  readonly year: RegisterYear;
  readonly reviewedOn: string;
  /** By the standard that the province reports by. */
  readonly class: HouseholdClass;
  readonly round: ReviewRound;
  readonly findings: Findings;
  readonly classifications: readonly DrawnClassification[];
}

export interface DrawnClassification {
  readonly standardId: string;
  /** Whether the province reported by this standard when it decided. */
  readonly isReporting: boolean;
  readonly class: HouseholdClass;
  readonly since: string;
  readonly until: string | null;
}

/** Until when a household was last poor or near-poor under a standard. */
interface Memory {
  central: string | null;
  own: string | null;
}

/** Draws the reviews of every household, in the order of the households and of the years. */
export function* reviewedHouseholds(
  population: Population,
): Iterable<{ readonly household: SampleHousehold; readonly reviews: readonly DrawnReview[] }> {
  const roundsOf = createReviewRounds(population.seed);
  let serial = 0;
  for (const household of population.households) {
    const random = createNumberedRandom(population.seed ^ 0x5bd1e995, serial++);
    yield { household, reviews: drawReviews(household, random, roundsOf) };
  }
}

function drawReviews(household: SampleHousehold, random: Random, roundsOf: RoundsOf): DrawnReview[] {
  const { id, classAt, locality } = household;
  const rounds = roundsOf(locality);
  const own = ownStandardOf(locality.formerProvinceId);
  const memory: Memory = { central: null, own: null };
  return reviewYears(classAt).map(({ year, class: wanted, nextYear }) => {
    const round = rounds.of(year);
    const reporting = own && own.validFrom <= round.decidedOn ? own : centralStandard;
    const isUrban = locality.isUrban;
    const laterStandard = reporting === own ? null : own;
    const findings = drawFindings(random, { class: wanted, standard: reporting, laterStandard, isUrban });
    const until = nextYear === null ? null : rounds.of(nextYear).eve;
    const decision = { findings, isUrban, own, reporting, since: round.decidedOn, until };
    const classifications = classifyUnderAll(decision, memory);
    const decided = classifications.find(({ isReporting }) => isReporting)?.class;
    if (decided !== wanted) {
      throw new Error(`Expected ${id} to be ${wanted} in ${year}, but the rule says ${decided}.`);
    }
    const reviewedOn = drawReviewDay(random, year);
    return { id: `${id}-${year}`, year, reviewedOn, class: wanted, round, findings, classifications };
  });
}

/**
 * The years in which a household is reviewed. One that escaped is not reviewed again until its 36 months
 * are over or it falls back: its class stays. `nextYear` ends the class; null: nothing does yet.
 */
function reviewYears(classAt: SampleHousehold["classAt"]) {
  const classes = registerYears.map((year) => ({ year, class: classAt[year] }));
  const decisive = classes.filter(
    ({ class: kind }, index) => kind !== "NEWLY_ESCAPED" || classes[index - 1]?.class !== "NEWLY_ESCAPED",
  );
  return decisive.flatMap(({ year, class: kind }, index) => {
    if (kind === undefined) return [];
    const next = decisive[index + 1]?.year;
    const end = kind === "NEWLY_ESCAPED" ? year + yearsAsNewlyEscaped : null;
    return [{ year, class: kind, nextYear: next ?? end }];
  });
}

interface Decision {
  readonly findings: Findings;
  readonly isUrban: boolean;
  readonly own: PovertyStandardEntity | null;
  readonly reporting: PovertyStandardEntity;
  readonly since: string;
  readonly until: string | null;
}

/**
 * The class under each standard in force while the review counts. A province's own standard applies from
 * its first day to the review before it, and takes over who had escaped under the central one.
 */
function classifyUnderAll(decision: Decision, memory: Memory): DrawnClassification[] {
  const { own, until } = decision;
  const rows = [classifyUnder(centralStandard, decision, memory.central)];
  const isOwnInForce = own !== null && (until === null || own.validFrom <= until);
  if (isOwnInForce) rows.push(classifyUnder(own, decision, memory.own));
  const [central, province = central] = rows.map((row) => isPoor(row.class));
  if (central) memory.central = until;
  if (province) memory.own = until;
  return rows;
}

function classifyUnder(
  standard: PovertyStandardEntity,
  { findings, isUrban, reporting, since, until }: Decision,
  lastPoorOn: string | null,
): DrawnClassification {
  const kind = classify(standard, {
    monthlyIncomePerPerson: findings.monthlyIncomePerPerson,
    deprivationCount: findings.deprivationCount,
    isUrban,
    decidedOn: since,
    lastPoorOn,
  });
  return {
    standardId: standard.id,
    isReporting: standard === reporting,
    class: kind,
    since: since > standard.validFrom ? since : standard.validFrom,
    until:
      kind === "NEWLY_ESCAPED" && lastPoorOn !== null
        ? earlier(until, lastDayAsNewlyEscaped(lastPoorOn))
        : until,
  };
}

const isPoor = (kind: HouseholdClass) => kind === "POOR" || kind === "NEAR_POOR";
const earlier = (day: string | null, other: string) => (day === null || other < day ? other : day);

/** The annual round begins on 1 September. */
function drawReviewDay(random: Random, year: number): string {
  const month = random.between(9, 11);
  return `${year}-${String(month).padStart(2, "0")}-${String(random.between(1, 30)).padStart(2, "0")}`;
}
