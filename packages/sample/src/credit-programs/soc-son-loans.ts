import { apportion } from "../population/apportion.js";
import type { Population, SampleHousehold } from "../population/population.js";
import type { Random } from "../population/random.js";
import { draftHouseholdLoan, type HouseholdLoan } from "./household-loans.js";
import { householdPrograms } from "./household-programs.js";
import type { LendingNetwork } from "./lending-network.js";
import { signatoryOf, type LoanDraft } from "./loan-draft.js";

/** Soc Son district of Ha Noi. Its loans all come from here, so that they add up to what was published. */
export const socSon = "016";

/** Published for 2022–2024 (F75, F76): more than 1,100 households, more than 44 billion dong disbursed. */
const publishedHouseholds = 1_112;
const publishedDisbursed = 44_300_000_000;
const years = [2022, 2023, 2024];

const unit = 100_000;
const byClass = householdPrograms.filter(({ code }) => code.endsWith("_HOUSEHOLDS"));

/** One loan to each household, under the program for the class that it had. */
export function* socSonLoans(
  population: Population,
  network: LendingNetwork,
  random: Random,
): Iterable<LoanDraft> {
  const households = publishedHouseholds * population.scale;
  const disbursed = publishedDisbursed * population.scale;
  const borrowers = random
    .shuffle(population.households.filter(({ locality }) => locality.formerDistrictCode === socSon))
    .map(opportunitiesOf)
    .filter((opportunities) => opportunities.length > 0)
    .slice(0, households);
  if (borrowers.length < households) {
    throw new RangeError(
      `Expected ${households} households that may borrow in Soc Son, but got: ${borrowers.length}.`,
    );
  }
  const weights = borrowers.map(() => random.between(20, 60));
  const principals = apportion(disbursed / unit, weights).map((units) => units * unit);
  for (const [index, opportunities] of borrowers.entries()) {
    const draft = draftHouseholdLoan(
      { ...random.pick(opportunities), principal: principals[index] ?? 0 },
      network,
      random,
    );
    if (draft) yield draft;
  }
}

function opportunitiesOf(household: SampleHousehold): HouseholdLoan[] {
  return byClass.flatMap((program) =>
    program
      .yearsFor(household)
      .filter((year) => years.includes(year) && signatoryOf(household, year) !== null)
      .map((year) => ({ household, program, year })),
  );
}
