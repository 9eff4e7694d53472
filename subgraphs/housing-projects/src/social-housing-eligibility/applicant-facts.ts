import { addMonths, isInForce } from "@an-sinh/subgraph-kit/calendar";
import { required } from "@an-sinh/subgraph-kit/federation/required";
import type { ClassificationPeriod } from "../external/classification-period.stub.js";
import type { Household } from "../external/household.stub.js";
import type { Person } from "../external/person.stub.js";
import type { ApplicantSituation } from "./social-housing-eligibility.enums.js";

/** What the departments' registers hold about an applicant for social housing on a day. */
export interface ApplicantFacts {
  readonly isUrban: boolean;
  readonly isPoorOrNearPoor: boolean;
  /** Whether a member has a record of meritorious service that is in force today. */
  readonly isMeritorious: boolean;
  /** Null: whether the applicant is married is not on record. */
  readonly situation: ApplicantSituation | null;
  /** Dong, of all living members together. Null: no review on record. */
  readonly householdMonthlyIncome: number | null;
  /** Whether an adult other than the applicant and their spouse may earn part of that income. */
  readonly hasOtherEarners: boolean;
  /** Whether the review found less floor area a person than the minimum. */
  readonly lacksFloorArea: boolean;
}

const adultAge = 18;

/** The facts about one member of a household. `applicantId` left out: about its head. */
export function factsOn(household: Household, on: string, applicantId?: string): ApplicantFacts {
  const living = required("members", household.members).filter(({ isAlive }) => isAlive);
  const applicant = living.find(({ id, relationshipToHead }) =>
    applicantId === undefined ? relationshipToHead === "HEAD" : id === applicantId,
  );
  const partner = applicant && partnerOf(applicant, living);
  const period = periodOn(required("classificationHistory", household.classificationHistory), on);
  const others = living.filter((member) => member !== applicant && member !== partner);
  return {
    isUrban: required("isUrban", household.isUrban),
    isPoorOrNearPoor: period?.class === "POOR" || period?.class === "NEAR_POOR",
    isMeritorious: required("isMeritoriousFamily", household.isMeritoriousFamily),
    situation: applicant ? situationOf(applicant, partner, living, on) : null,
    householdMonthlyIncome: period ? period.review.monthlyIncomePerPerson * living.length : null,
    hasOtherEarners: others.some((member) => !isMinor(member, on)),
    lacksFloorArea: period?.review.deprivations.includes("HOUSING_AREA") ?? false,
  };
}

/** Two periods overlap where a review was decided early. Then the later one counts. */
function periodOn(history: readonly ClassificationPeriod[], on: string): ClassificationPeriod | undefined {
  return history.findLast(({ since, until = null }) => isInForce({ validFrom: since, validTo: until }, on));
}

/** The husband or wife of the applicant. Only that of the head of a household is on record. */
function partnerOf({ relationshipToHead }: Person, living: readonly Person[]): Person | undefined {
  if (relationshipToHead === "HEAD") return living.find((member) => member.relationshipToHead === "SPOUSE");
  if (relationshipToHead === "SPOUSE") return living.find((member) => member.relationshipToHead === "HEAD");
  return undefined;
}

function situationOf(
  { relationshipToHead }: Person,
  partner: Person | undefined,
  living: readonly Person[],
  on: string,
): ApplicantSituation | null {
  if (partner) return "COUPLE";
  if (relationshipToHead !== "HEAD" && relationshipToHead !== "SPOUSE") return null;
  const hasChild = living.some((member) => member.relationshipToHead === "CHILD" && isMinor(member, on));
  return hasChild ? "SINGLE_PARENT" : "SINGLE";
}

/** Somebody who may be an adult, because the day of birth is not known, counts as one. */
function isMinor({ earliestBirthDate }: Person, on: string): boolean {
  return typeof earliestBirthDate === "string" && earliestBirthDate > addMonths(on, -12 * adultAge);
}
