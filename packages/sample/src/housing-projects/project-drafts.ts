import type { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import {
  approvalOrderOf,
  type SocialHousingProjectEntity,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.entity";
import type {
  HousingAudience,
  ProjectStatus,
} from "@an-sinh/housing-projects/social-housing-project/social-housing-project.enums";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { vietnameseSortKey } from "@an-sinh/subgraph-kit/vietnamese-order";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import { apportion } from "../population/apportion.js";
import type { Population } from "../population/population.js";
import { createRandom, type Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import { completionsByProject } from "./completions.js";
import { developerName, projectName, projectNames } from "./project-names.js";
import { projectPlans, type PlannedSite, type ProjectPlan } from "./project-plans.js";

/** A project with its completed phases. */
export interface ProjectDraft {
  readonly locality: SampleLocality;
  readonly project: SocialHousingProjectEntity;
  readonly completions: readonly ApartmentCompletionEntity[];
}

const peoplePerApartment = 3;

/** Draws all projects of the sample. The same population gives the same projects. */
export function projectDrafts({ localities, seed }: Population): ProjectDraft[] {
  const random = createRandom(seed, "social-housing-projects");
  const names = projectNames(random);
  const drafts: ProjectDraft[] = [];
  for (const plan of projectPlans) {
    const sites = planSites(plan, drawLocalities(plan, localities, random), drafts.length, random);
    const completions = completionsByProject(plan, sites, random);
    for (const site of sites) {
      const completed = completions.get(site.id) ?? [];
      const project = projectRow(site, completed, names, random);
      drafts.push({ locality: site.locality, project, completions: completed });
    }
  }
  return drafts;
}

/** Draws the locality of each project, mostly in towns. */
function drawLocalities(
  plan: ProjectPlan,
  localities: readonly SampleLocality[],
  random: Random,
): SampleLocality[] {
  const inArea = localities.filter(plan.area);
  const urban = inArea.filter(({ isUrban }) => isUrban);
  return Array.from({ length: plan.projects }, () =>
    random.pick(urban.length > 0 && random.chance(0.75) ? urban : inArea),
  );
}

/** The plan's land and apartments, divided among its sites. `offset` is the number of projects before them. */
function planSites(
  plan: ProjectPlan,
  localities: readonly SampleLocality[],
  offset: number,
  random: Random,
): PlannedSite[] {
  const sizes = localities.map(() => 0.4 + 1.6 * random.next());
  const hundredthsOfHectare = apportion(Math.round(plan.landHectares * 100), sizes);
  const apartments = apportion(
    plan.plannedApartments,
    sizes.map((size) => size * (0.85 + 0.3 * random.next())),
  );
  const approvals = approvalDays(plan, random);
  return localities.map((locality, index) => ({
    id: `shp-${String(offset + index + 1).padStart(4, "0")}`,
    locality,
    landAreaHectares: (hundredthsOfHectare[index] ?? 0) / 100,
    plannedApartments: apartments[index] ?? 0,
    approvedOn: approvals[index] ?? null,
  }));
}

/** In ascending order, because the projects approved first are completed first. */
function approvalDays({ approved, projects }: ProjectPlan, random: Random): string[] {
  if (!approved) return [];
  const [from, to] = approved;
  return Array.from({ length: projects }, () => dayBetween(random, from, to)).toSorted();
}

function projectRow(
  planned: PlannedSite,
  completions: readonly ApartmentCompletionEntity[],
  names: Generator<string, never>,
  random: Random,
): SocialHousingProjectEntity {
  const { locality, ...site } = planned;
  const audience = audienceOf(random);
  const name = projectName(audience, names.next().value);
  return {
    ...site,
    name,
    nameOrder: vietnameseSortKey(name),
    localityId: locality.id,
    communeId: locality.communeId,
    developer: developerName(random),
    audience,
    plannedCapacityPeople: site.plannedApartments * peoplePerApartment,
    status: statusOf(planned, completions, random),
    decisionNumber: site.approvedOn === null ? null : `${random.between(60, 1990)}/QĐ-UBND`,
    approvalOrder: approvalOrderOf(site.approvedOn),
  };
}

function audienceOf(random: Random): HousingAudience {
  const chance = random.next();
  if (chance < 0.55) return "LOW_INCOME";
  return chance < 0.95 ? "INDUSTRIAL_WORKERS" : "ARMED_FORCES";
}

function statusOf(
  { approvedOn, plannedApartments }: PlannedSite,
  completions: readonly ApartmentCompletionEntity[],
  random: Random,
): ProjectStatus {
  if (approvedOn === null) return "PLANNED";
  const completed = completions.reduce((sum, { apartments }) => sum + apartments, 0);
  if (completed === plannedApartments) return "COMPLETED";
  if (completed > 0) return "PARTLY_COMPLETED";
  if (yearOf(approvedOn) >= 2025) return "APPROVED";
  return random.chance(0.06) ? "SUSPENDED" : "UNDER_CONSTRUCTION";
}
