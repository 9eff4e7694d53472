import {
  classifyHousehold,
  type Classification,
} from "@an-sinh/households/household-classification/classify-household";
import { isOfMinority } from "@an-sinh/households/household/ethnic-minority";
import {
  applicableStandards,
  reviewStandards,
  type ApplicableStandards,
} from "@an-sinh/households/poverty-standard/applicable-standards";
import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import type { PovertyStandardEntity } from "@an-sinh/households/poverty-standard/poverty-standard.entity";
import { addDays } from "@an-sinh/subgraph-kit/calendar";
import { formerProvinces } from "../administrative-units/former-provinces.js";
import { formerProvince } from "../administrative-units/named-units.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
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
import { centralStandard, povertyStandards } from "./poverty-standards.js";
import { createReviewRounds, type CommuneRounds, type ReviewRound } from "./review-rounds.js";

/** A review of a household, with the decision. */
export interface DrawnReview {
  readonly id: string;
  readonly year: RegisterYear;
  readonly reviewedOn: string;
  readonly findings: Findings;
  readonly round: ReviewRound;
  /** By the standard that the province reports by. It follows from the findings. */
  readonly class: HouseholdClass;
  /** Null: the household is reviewed again, or it is still on the register. */
  readonly lastDayOnRegister: string | null;
}

export interface ReviewedHousehold {
  readonly household: SampleHousehold;
  /** The standards that may apply where the household lives. */
  readonly standards: ApplicableStandards;
  /** In the order of the years. */
  readonly reviews: readonly DrawnReview[];
}

/** Draws the reviews of every household, in the order of the population. */
export function* reviewedHouseholds(population: Population): Iterable<ReviewedHousehold> {
  const roundsOf = createReviewRounds(population.seed);
  for (const [serial, household] of population.households.entries()) {
    const { locality } = household;
    const random = createNumberedRandom(population.seed ^ 0x5bd1e995, serial);
    const standards = standardsByProvince.get(locality.formerProvinceCode);
    if (!standards)
      throw new Error(`Expected a province of the sample, but got: ${locality.formerProvinceCode}.`);
    yield { household, standards, reviews: drawReviews(household, standards, roundsOf(locality), random) };
  }
}

/** By the code that the province had until 2025-06-30. */
const standardsByProvince: ReadonlyMap<string, ApplicableStandards> = new Map(
  formerProvinces.map(({ code }) => [
    code,
    applicableStandards(povertyStandards, (issuer) => issuer === formerUnitId(code)),
  ]),
);

/** Quang Ninh published that nobody is poor by the central standard since it reports by its own. Null: some may be. */
function poorAboveStandard(
  { formerProvinceCode }: SampleLocality,
  standard: PovertyStandardEntity,
): PovertyStandardEntity | null {
  const hasOwn = formerProvinceCode === formerProvince.quangNinh && standard.issuedById !== null;
  return hasOwn ? centralStandard : null;
}

function drawReviews(
  { id, classAt, locality }: SampleHousehold,
  standards: ApplicableStandards,
  rounds: CommuneRounds,
  random: Random,
): DrawnReview[] {
  return reviewYears(classAt).map(({ year, class: wanted, yearLeft }) => {
    const round = rounds.of(year);
    const [standard] = reviewStandards(standards, round.decidedOn);
    if (!standard) throw new Error(`Expected a poverty standard for the review of ${round.decidedOn}.`);
    const laterStandard = standards.own.find((own) => own !== standard) ?? null;
    const { isUrban } = locality;
    const poorAbove = poorAboveStandard(locality, standard);
    return {
      id: `${id}-${year}`,
      year,
      findings: drawFindings(random, { class: wanted, standard, laterStandard, poorAbove, isUrban }),
      reviewedOn: drawReviewDay(random, year),
      round,
      class: wanted,
      lastDayOnRegister: yearLeft && addDays(rounds.of(yearLeft).decidedOn, -1),
    };
  });
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

/** The classes of a household under all standards. Throws where the findings do not give the class of the decision. */
export function classificationsOf({ household, standards, reviews }: ReviewedHousehold): Classification[] {
  const { id: householdId, locality } = household;
  const isMinority = isOfMinority(household);
  const classifications = classifyHousehold(
    { householdId, localityId: locality.id, isUrban: locality.isUrban, isMinority, standards },
    reviews.map(({ id, round, findings, lastDayOnRegister }) => ({
      id,
      decidedOn: round.decidedOn,
      monthlyIncomePerPerson: findings.monthlyIncomePerPerson,
      deprivations: findings.deprivations,
      // The class of the decision is left out: it must follow from the findings.
      class: null,
      lastDayOnRegister,
    })),
  );
  for (const review of reviews) expectClass(review, classifications);
  return classifications;
}

function expectClass({ id, class: decided }: DrawnReview, classifications: readonly Classification[]): void {
  const found = classifications.find(({ reviewId, isReporting }) => reviewId === id && isReporting)?.class;
  if (found !== decided) throw new Error(`Expected review ${id} to give ${decided}, but got: ${found}.`);
}
