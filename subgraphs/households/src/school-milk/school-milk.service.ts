import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { unitById } from "../administrative-unit/administrative-unit.loaders.js";
import { classificationOfHousehold } from "../household-classification/household-classification.loaders.js";
import { householdById } from "../household/household.loaders.js";
import { earliestBirthDate, latestBirthDate } from "../person/birth-date.js";
import type { PersonEntity } from "../person/person.entity.js";
import type { SchoolMilkTermEntity } from "./school-milk-term.entity.js";
import { milkTerms } from "./school-milk.loaders.js";
import type { SchoolMilkReason, SchoolMilkSupport } from "./school-milk.type.js";

/**
 * Who pays the school milk of a person on a day. Null: the province has no program for somebody of that age, or what
 * would decide it is not known.
 */
export async function findSchoolMilk(
  context: RequestContext,
  person: PersonEntity,
  on: string,
): Promise<SchoolMilkSupport | null> {
  const { householdId, isAlive } = person;
  const earliest = earliestBirthDate(person);
  const latest = latestBirthDate(person);
  if (!isAlive || earliest === null || latest === null || householdId === null) return null;
  const household = await context.load(householdById, householdId);
  const commune = household && (await context.load(unitById, household.communeId));
  // Where the day of birth is not known, all ages that are possible have to be within the limits.
  const terms = (await milkTerms(context, commune?.provinceId ?? "", on)).filter(
    ({ youngestAge, oldestAge }) => youngestAge <= ageOn(latest, on) && ageOn(earliest, on) <= oldestAge,
  );
  if (terms.length === 0) return null;
  const forAll = terms.find(({ isForPolicyChildren }) => isForPolicyChildren === null);
  if (forAll) return supportOf(forAll, []);
  const facts = await circumstances(context, person, householdId, on);
  const isPolicyChild = facts.some(({ met }) => met === true);
  if (!isPolicyChild && facts.some(({ met }) => met === null)) return null;
  const term = terms.find(({ isForPolicyChildren }) => isForPolicyChildren === isPolicyChild);
  return term ? supportOf(term, facts) : null;
}

function supportOf(
  { isForPolicyChildren, budgetPercent, parentsPercent, suppliersPercent, ...term }: SchoolMilkTermEntity,
  facts: readonly Fact[],
): SchoolMilkSupport {
  const { validFrom, validTo, legalBasis } = term;
  const shares = { budgetPercent, parentsPercent, suppliersPercent };
  const reasons = facts.map((fact) => ({ ...fact, legalBasis }));
  return { isPolicyChild: isForPolicyChildren, ...shares, reasons, validFrom, validTo, legalBasis };
}

type Fact = Omit<SchoolMilkReason, "legalBasis">;

async function circumstances(
  context: RequestContext,
  { isChildOfWarInvalidOrMartyr, isDisabled, isOrphan }: PersonEntity,
  householdId: string,
  on: string,
): Promise<Fact[]> {
  const classification = await context.load(classificationOfHousehold, householdId, { on, standardId: null });
  return [
    { circumstance: "POOR_HOUSEHOLD", met: classification?.class === "POOR" },
    { circumstance: "NEAR_POOR_HOUSEHOLD", met: classification?.class === "NEAR_POOR" },
    { circumstance: "CHILD_OF_WAR_INVALID_OR_MARTYR", met: isChildOfWarInvalidOrMartyr ?? null },
    { circumstance: "DISABLED", met: isDisabled },
    { circumstance: "ORPHAN", met: isOrphan },
  ];
}

/** In whole years. */
function ageOn(birthDate: string, on: string): number {
  const years = yearOf(on) - yearOf(birthDate);
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
