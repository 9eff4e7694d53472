import { addDays, firstOfNextMonth, later } from "@an-sinh/subgraph-kit/calendar";
import { isPoorOrNearPoor } from "../../population/class-of-year.js";
import { drawDecisionNumber } from "../../population/decision-number.js";
import {
  lastRegisterDay,
  type Population,
  type SampleHousehold,
  type SamplePerson,
} from "../../population/population.js";
import { createNumberedRandom, type Random } from "../../population/random.js";
import { drawCircumstances, firstBirthDayOfChildren, type Circumstances } from "../circumstances.js";
import { assistanceDraft, type AssistanceDraft } from "./assistance-draft.js";
import { assistanceLevels, firstPensionDay, levelOn } from "./assistance-programs.js";
import { birthdayAt } from "./birthday.js";
import { timesCentral } from "./support-top-ups.js";

const allowanceLevels = assistanceLevels.filter(({ programCode }) => programCode === "MONTHLY_ALLOWANCE");
const firstAllowanceDay = "2021-07-01";
const lastDayWithoutPension = addDays(firstPensionDay, -1);

/** Sample values. An elderly person without a pension had the allowance from 80 until the social pension began. */
const coefficients = { elderly: 1, disabledAdult: 1.5, disabledChild: 2, orphan: 1.5 };
const allowanceAge = 80;

interface Recipient {
  readonly household: SampleHousehold;
  readonly person: SamplePerson;
  readonly decisionNumber: string;
}

/** Monthly allowances, social pensions, and the health insurance premiums of poor households in 2025. */
export function* memberAssistanceRows({ households, seed }: Population): Iterable<AssistanceDraft> {
  for (const [serial, household] of households.entries()) {
    // Members are drawn anew whenever they are read, so they are read once for all three.
    const { members } = household;
    const random = createNumberedRandom(seed ^ 0x1f83d9ab, serial);
    const circumstances = drawCircumstances(seed, serial, members);
    for (const [index, person] of members.entries()) {
      if (person.isAlive) yield* ofMember(household, person, circumstances[index], random);
    }
    if (household.classAt[2024] === "POOR")
      yield premiumsOf2025(household, members.filter(({ isAlive }) => isAlive).length);
  }
}

/**
 * Somebody who is disabled or an orphan gets the allowance, an elderly person the pension. Whoever may have both gets
 * the higher (Decree 176/2025/ND-CP). In the sample it is the allowance.
 */
function* ofMember(
  household: SampleHousehold,
  person: SamplePerson,
  circumstances: Circumstances | undefined,
  random: Random,
): Iterable<AssistanceDraft> {
  const { birthDate } = person;
  const recipient = { household, person, decisionNumber: drawDecisionNumber(random) };
  // Half of the elderly have a pension of their own.
  const hasOwnPension = random.chance(0.5);
  const coefficient = allowanceCoefficient(person, circumstances);
  if (coefficient !== null) {
    yield* allowances(recipient, coefficient, firstOfNextMonth(birthDate), null);
  } else if (!hasOwnPension) {
    const from = firstOfNextMonth(birthdayAt(birthDate, allowanceAge));
    yield* allowances(recipient, coefficients.elderly, from, lastDayWithoutPension);
    yield* pension(recipient);
  }
}

/** Null: neither disabled nor an orphan. */
function allowanceCoefficient(
  { birthDate }: SamplePerson,
  circumstances: Circumstances | undefined,
): number | null {
  if (circumstances?.isDisabled)
    return birthDate >= firstBirthDayOfChildren ? coefficients.disabledChild : coefficients.disabledAdult;
  return circumstances?.isOrphan ? coefficients.orphan : null;
}

/** One row for each level in force between the two days. */
function* allowances(
  { household, person, decisionNumber }: Recipient,
  coefficient: number,
  firstDay: string,
  lastDay: string | null,
): Iterable<AssistanceDraft> {
  const begin = later(firstAllowanceDay, firstDay);
  const times = coefficient * timesCentral(household.locality.formerProvinceCode, "MONTHLY_ALLOWANCE");
  for (const { validFrom, validTo, monthlyAmount } of allowanceLevels) {
    const from = later(validFrom, begin);
    const to = validTo ?? lastDay;
    if (from > lastRegisterDay || (to !== null && from > to)) continue;
    const amount = Math.round(monthlyAmount * times);
    const terms = { amount, isMonthly: true, coefficient, from, to, decisionNumber };
    yield assistanceDraft(household, "MONTHLY_ALLOWANCE", { ...terms, personId: person.id });
  }
}

function* pension({ household, person, decisionNumber }: Recipient): Iterable<AssistanceDraft> {
  const { minimumAge, minimumAgeIfPoor } = levelOn("SOCIAL_PENSION", firstPensionDay);
  const isPoor = isPoorOrNearPoor(household.classAt[2024]) && isPoorOrNearPoor(household.classAt[2025]);
  const age = (isPoor ? minimumAgeIfPoor : minimumAge) ?? 0;
  const from = later(firstPensionDay, firstOfNextMonth(birthdayAt(person.birthDate, age)));
  if (from > lastRegisterDay) return;
  const times = timesCentral(household.locality.formerProvinceCode, "SOCIAL_PENSION");
  const amount = Math.round(levelOn("SOCIAL_PENSION", from).monthlyAmount * times);
  const terms = { amount, isMonthly: true, from, to: null, decisionNumber };
  yield assistanceDraft(household, "SOCIAL_PENSION", { ...terms, personId: person.id });
}

function premiumsOf2025(household: SampleHousehold, insured: number): AssistanceDraft {
  const from = "2025-01-01";
  const amount = insured * 12 * levelOn("HEALTH_INSURANCE_PREMIUM", from).monthlyAmount;
  const terms = { amount, quantity: insured, from, to: lastRegisterDay };
  return assistanceDraft(household, "HEALTH_INSURANCE_PREMIUM", terms);
}
