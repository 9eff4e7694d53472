import { formerDistrict } from "../administrative-units/named-units.js";
import { apportion } from "../population/apportion.js";
import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { draftHouseholdLoan, type HouseholdLoan } from "./household-loans.js";
import { householdPrograms } from "./household-programs.js";
import type { LendingNetwork } from "./lending-network.js";
import { signatoryOf, type LoanDraft } from "./loan-draft.js";

/** F75, F76: from 2022 to 2024 more than 1,100 households borrowed more than 44 billion dong. */
const publishedHouseholds = 1_112;
const publishedDisbursed = 44_300_000_000;
const years = [2022, 2023, 2024];

/** Principals are multiples of this, in dong. */
const principalStep = 100_000;
const programsByClass = householdPrograms.filter(({ code }) => code.endsWith("_HOUSEHOLDS"));

/**
 * All loans in the district of Soc Son, so that they add up to the published amount. A household has one loan, under the
 * program for its class.
 */
export function* socSonLoans(
  population: Population,
  network: LendingNetwork,
  random: Random,
): Iterable<LoanDraft> {
  const households = publishedHouseholds * population.scale;
  const disbursed = publishedDisbursed * population.scale;
  const borrowers = random
    .shuffle(
      population.households.filter(({ locality }) => locality.formerDistrictCode === formerDistrict.socSon),
    )
    .map(possibleLoans)
    .filter((loans) => loans.length > 0)
    .slice(0, households);
  if (borrowers.length < households) {
    throw new RangeError(
      `Expected ${households} households that may borrow in Soc Son, but got: ${borrowers.length}.`,
    );
  }
  const weights = borrowers.map(() => random.between(20, 60));
  const principals = apportion(disbursed / principalStep, weights).map((steps) => steps * principalStep);
  for (const [index, loans] of borrowers.entries()) {
    const draft = draftHouseholdLoan(
      { ...random.pick(loans), principal: principals[index] ?? 0 },
      network,
      random,
    );
    if (draft) yield draft;
  }
}

function possibleLoans(household: SampleHousehold): HouseholdLoan[] {
  return programsByClass.flatMap((program) =>
    program
      .yearsFor(household)
      .filter((year) => years.includes(year) && signatoryOf(household, year) !== null)
      .map((year) => ({ household, program, year })),
  );
}
