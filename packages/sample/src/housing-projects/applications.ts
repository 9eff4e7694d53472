import type { SocialHousingApplicationEntity } from "@an-sinh/housing-projects/social-housing-application/social-housing-application.entity";
import type {
  ApplicantGroup,
  ApplicationStatus,
} from "@an-sinh/housing-projects/social-housing-application/social-housing-application.enums";
import { addDays, earlier, lastDayOf, later, yearOf } from "@an-sinh/subgraph-kit/calendar";
import { meritoriousHouseholds } from "../meritorious-people/meritorious-households.js";
import { wasPoorOrNearPoor } from "../population/class-of-year.js";
import {
  lastRegisterDay,
  type Population,
  type SampleHousehold,
  type SamplePerson,
} from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import type { ProjectDraft } from "./project-drafts.js";

/** At scale 1, an applicant is looked for in so many households. Not every household has one. */
const householdsAsked = 6_000;
const firstSubmission = "2021-07-01";
const lastSubmission = "2025-12-20";

/** Applications of adults for projects of their own province. Nobody applies twice. */
export function* socialHousingApplicationRows(
  population: Population,
  drafts: readonly ProjectDraft[],
): Iterable<SocialHousingApplicationEntity> {
  const random = createRandom(population.seed, "social-housing-applications");
  const meritorious = meritoriousHouseholds(population);
  const open = openProjectsByProvince(drafts);
  const households = population.households.filter(({ locality }) => open.has(locality.provinceId));
  const probability = Math.min(1, (householdsAsked * population.scale) / Math.max(1, households.length));
  let number = 0;
  for (const household of households) {
    const projects = open.get(household.locality.provinceId) ?? [];
    const person = random.chance(probability) ? drawApplicant(household, random) : undefined;
    if (!person || projects.length === 0) continue;
    number += 1;
    const draft = random.pick(projects);
    const row = applicationRow(number, person, draft, random);
    yield {
      ...row,
      group: groupOf(draft, household, meritorious.has(household.id), row.submittedOn, random),
    };
  }
}

/** Projects that take applications in the years of the register: those approved by the end of 2024. */
function openProjectsByProvince(drafts: readonly ProjectDraft[]): Map<string, ProjectDraft[]> {
  const open = new Map<string, ProjectDraft[]>();
  for (const draft of drafts) {
    const { approvedOn } = draft.project;
    if (approvedOn === null || approvedOn > lastDayOf(2024)) continue;
    const { provinceId } = draft.locality;
    open.set(provinceId, [...(open.get(provinceId) ?? []), draft]);
  }
  return open;
}

/** A living member who was 18 on the first day of applications and is at most 60 at the end of 2025. */
function drawApplicant({ members }: SampleHousehold, random: Random): SamplePerson | undefined {
  const adults = members.filter(
    ({ isAlive, birthDate }) => isAlive && birthDate <= "2003-07-01" && birthDate >= "1965-01-01",
  );
  return adults.length === 0 ? undefined : random.pick(adults);
}

function applicationRow(
  number: number,
  person: SamplePerson,
  draft: ProjectDraft,
  random: Random,
): Omit<SocialHousingApplicationEntity, "group"> {
  const status = statusOf(draft, random);
  const opened = addDays(draft.project.approvedOn ?? lastSubmission, 180);
  const submittedOn = dayBetween(random, later(opened, firstSubmission), lastSubmission);
  const isDecided = status === "APPROVED" || status === "ALLOTTED" || status === "REJECTED";
  return {
    id: `sha-${String(number).padStart(6, "0")}`,
    projectId: draft.project.id,
    personId: person.id,
    householdId: person.householdId,
    status,
    submittedOn,
    decidedOn: isDecided ? earlier(addDays(submittedOn, random.between(10, 60)), lastRegisterDay) : null,
  };
}

function groupOf(
  { project }: ProjectDraft,
  household: SampleHousehold,
  isMeritorious: boolean,
  submittedOn: string,
  random: Random,
): ApplicantGroup {
  if (project.audience === "ARMED_FORCES") return "ARMED_FORCES";
  if (project.audience === "INDUSTRIAL_WORKERS") return random.chance(0.9) ? "WORKER" : "LAND_RECOVERED";
  if (isMeritorious) return "MERITORIOUS_PERSON";
  if (wasPoorOrNearPoor(household, yearOf(submittedOn) - 1)) {
    return household.locality.isUrban ? "URBAN_POOR_OR_NEAR_POOR" : "RURAL_POOR_OR_NEAR_POOR";
  }
  if (household.locality.isUrban && random.chance(0.5)) return "URBAN_LOW_INCOME";
  return random.pick(["WORKER", "PUBLIC_EMPLOYEE", "LAND_RECOVERED"] as const);
}

/** Apartments are allotted only in projects that have completed some. */
function statusOf({ completions }: ProjectDraft, random: Random): ApplicationStatus {
  const chance = random.next();
  if (completions.length > 0 && chance < 0.35) return "ALLOTTED";
  if (chance < 0.6) return "APPROVED";
  if (chance < 0.78) return "REJECTED";
  if (chance < 0.9) return "UNDER_REVIEW";
  return chance < 0.96 ? "SUBMITTED" : "WITHDRAWN";
}
