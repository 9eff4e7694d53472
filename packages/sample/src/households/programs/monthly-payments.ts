import { firstOfNextMonth, later } from "@an-sinh/subgraph-kit/calendar";
import { birthdayAt, isPoorOrNear } from "./need-and-age.js";
import type { Population, SampleHousehold, SamplePerson } from "../../population/population.js";
import { createNumberedRandom, type Random } from "../../population/random.js";
import { drawCircumstances, type Circumstances } from "../circumstances.js";
import { draft, type AssistanceDraft } from "./assistance-draft.js";
import { assistanceLevels, levelOn } from "./assistance-programs.js";
import { timesCentral } from "./support-top-ups.js";

const allowanceLevels = assistanceLevels.filter(({ programCode }) => programCode === "MONTHLY_ALLOWANCE");
const firstAllowanceDay = "2021-07-01";
const firstPensionDay = "2025-07-01";
const lastDayBeforePension = "2025-06-30";
const endOfRegister = "2025-12-31";

/** Sample values. Until the social pension came, the elderly without a pension had the allowance from 80. */
const coefficients = { elderly: 1, disabledAdult: 1.5, disabledChild: 2, orphan: 1.5 };
const allowanceAge = 80;
const pensionAge = 75;
const pensionAgeIfPoor = 70;

interface Recipient {
  readonly household: SampleHousehold;
  readonly person: SamplePerson;
}

/** Monthly allowances, social pensions and, of poor households, the premiums of 2025: one pass over all members. */
export function* memberAssistance({ households, seed }: Population): Iterable<AssistanceDraft> {
  for (const [serial, household] of households.entries()) {
    const { members } = household;
    const random = createNumberedRandom(seed ^ 0x1f83d9ab, serial);
    const circumstances = drawCircumstances(seed, serial, members);
    for (const [index, person] of members.entries()) {
      if (!person.isAlive) continue;
      yield* ofMember({ household, person }, circumstances[index], random);
    }
    if (household.classAt[2024] === "POOR")
      yield premiums2025(household, members.filter(({ isAlive }) => isAlive).length);
  }
}

/** A ground of its own counts more than age: it brings more than the pension, and the higher is paid (Decree 176/2025). */
function* ofMember(
  recipient: Recipient,
  circumstances: Circumstances | undefined,
  random: Random,
): Iterable<AssistanceDraft> {
  const { birthDate } = recipient.person;
  const decisionNumber = `${random.between(100, 4900)}/QĐ-UBND`;
  // Half of the elderly have a pension of their own.
  const hasOwnPension = random.chance(0.5);
  const ground = groundOf(recipient.person, circumstances);
  if (ground !== null) {
    yield* allowances(
      recipient,
      ground,
      later(firstAllowanceDay, firstOfNextMonth(birthDate)),
      null,
      decisionNumber,
    );
  } else if (!hasOwnPension) {
    const from = later(firstAllowanceDay, firstOfNextMonth(birthdayAt(birthDate, allowanceAge)));
    yield* allowances(recipient, coefficients.elderly, from, lastDayBeforePension, decisionNumber);
    yield* pension(recipient, decisionNumber);
  }
}

function groundOf({ birthDate }: SamplePerson, circumstances: Circumstances | undefined): number | null {
  if (circumstances?.isDisabled)
    return birthDate >= "2010-01-01" ? coefficients.disabledChild : coefficients.disabledAdult;
  return circumstances?.isOrphan ? coefficients.orphan : null;
}

/** One row for each level that was in force meanwhile. */
function* allowances(
  { household, person }: Recipient,
  coefficient: number,
  begin: string,
  end: string | null,
  decisionNumber: string,
): Iterable<AssistanceDraft> {
  const times = coefficient * timesCentral(household.locality.formerProvinceCode, "MONTHLY_ALLOWANCE");
  for (const { validFrom, validTo, monthlyAmount } of allowanceLevels) {
    const from = later(validFrom, begin);
    const to = validTo ?? end;
    if (from > endOfRegister || (to !== null && from > to)) continue;
    const amount = Math.round(monthlyAmount * times);
    const terms = { amount, isMonthly: true, coefficient, from, to, decisionNumber };
    yield draft(household, "MONTHLY_ALLOWANCE", { ...terms, personId: person.id });
  }
}

function* pension({ household, person }: Recipient, decisionNumber: string): Iterable<AssistanceDraft> {
  const isPoor = isPoorOrNear(household.classAt[2024]) && isPoorOrNear(household.classAt[2025]);
  const age = isPoor ? pensionAgeIfPoor : pensionAge;
  const from = later(firstPensionDay, firstOfNextMonth(birthdayAt(person.birthDate, age)));
  if (from > endOfRegister) return;
  const times = timesCentral(household.locality.formerProvinceCode, "SOCIAL_PENSION");
  const amount = Math.round(levelOn("SOCIAL_PENSION", from) * times);
  const terms = { amount, isMonthly: true, from, to: null, decisionNumber };
  yield draft(household, "SOCIAL_PENSION", { ...terms, personId: person.id });
}

function premiums2025(household: SampleHousehold, insured: number): AssistanceDraft {
  const amount = insured * 12 * levelOn("HEALTH_INSURANCE_PREMIUM", "2025-01-01");
  const year = { from: "2025-01-01", to: "2025-12-31" };
  return draft(household, "HEALTH_INSURANCE_PREMIUM", { amount, quantity: insured, ...year });
}
