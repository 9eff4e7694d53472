import {
  classifyHousehold,
  type Classification,
} from "@an-sinh/households/household-classification/classify-household";
import {
  applicableStandards,
  reportingStandard,
} from "@an-sinh/households/poverty-standard/applicable-standards";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { groupBy } from "@an-sinh/subgraph-kit/group-by";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import {
  registerYears,
  type Population,
  type RegisterYear,
  type SampleHousehold,
} from "../population/population.js";
import { createNumberedRandom, type Random } from "../population/random.js";
import { toDay } from "../population/random-day.js";
import { drawFindings, type Findings } from "./findings.js";
import { povertyStandards } from "./poverty-standards.js";
import { createReviewRounds, type ReviewRound, type RoundsOf } from "./review-rounds.js";

/** A review of a household: its findings, the decision, and the classes that follow. */
export interface DrawnReview {
  readonly id: string;
  readonly year: RegisterYear;
  readonly reviewedOn: string;
  /** By the standard that the province reports by. */
  readonly class: HouseholdClass;
  readonly round: ReviewRound;
  readonly findings: Findings;
  readonly classifications: readonly Classification[];
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
  const { isUrban } = locality;
  const rounds = roundsOf(locality);
  const province = formerUnitId(locality.formerProvinceCode);
  const standards = applicableStandards(povertyStandards, (issuer) => issuer === province);
  const drawn = reviewYears(classAt).map(({ year, class: wanted, yearLeft }) => {
    const round = rounds.of(year);
    const lastDayOnRegister = yearLeft && addDays(rounds.of(yearLeft).decidedOn, -1);
    const standard = reportingStandard(standards, round.decidedOn);
    if (!standard) throw new Error(`Expected a poverty standard in force on ${round.decidedOn}.`);
    const laterStandard = standards.own.find((own) => own !== standard) ?? null;
    const findings = drawFindings(random, { class: wanted, standard, laterStandard, isUrban });
    const reviewedOn = drawReviewDay(random, year);
    return { id: `${id}-${year}`, year, reviewedOn, class: wanted, round, findings, lastDayOnRegister };
  });
  const decided = drawn.map(({ id: reviewId, round: { decidedOn }, findings, lastDayOnRegister }) => {
    // The wanted class is left out: the class must follow from the findings.
    return { ...findings, id: reviewId, decidedOn, class: null, lastDayOnRegister };
  });
  const place = { householdId: id, localityId: locality.id, isUrban, standards };
  const byReview = groupBy(classifyHousehold(place, decided), ({ reviewId }) => reviewId);
  return drawn.map((review) => ({
    ...review,
    classifications: expectClass(review, byReview.get(review.id)),
  }));
}

/** The classes that follow from a review. Throws where the class under the reporting standard is not the wanted one. */
function expectClass(
  review: Pick<DrawnReview, "id" | "class">,
  classifications: readonly Classification[] = [],
): readonly Classification[] {
  const found = classifications.find(({ isReporting }) => isReporting)?.class;
  if (found === review.class) return classifications;
  throw new Error(`Expected review ${review.id} to give ${review.class}, but got: ${found}.`);
}

/**
 * The years in which a household is reviewed. A household that escaped poverty keeps its class without a review, until
 * its 36 months are over or it falls back. `yearLeft` is the year whose round took the household off the register.
 * Null: it is reviewed again, or it is still on the register.
 */
function reviewYears(classAt: SampleHousehold["classAt"]) {
  const classes = registerYears.map((year) => ({ year, class: classAt[year] }));
  const decisive = classes.filter(
    ({ class: found }, index) => found !== "NEWLY_ESCAPED" || classes[index - 1]?.class !== "NEWLY_ESCAPED",
  );
  return decisive.flatMap(({ year, class: found }, index) => {
    const next = decisive[index + 1];
    const yearLeft = next && next.class === undefined ? next.year : null;
    return found === undefined ? [] : [{ year, class: found, yearLeft }];
  });
}

/** A day in September, October or November. The annual round begins on 1 September (Decision 24/2021/QD-TTg). */
function drawReviewDay(random: Random, year: number): string {
  const month = random.between(9, 11);
  return toDay(year, month, random.between(1, 30));
}
