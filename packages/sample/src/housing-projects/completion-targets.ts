import type { CompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/completion-target.entity";
import type { ProjectCompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/project-completion-target.entity";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import { createRandom, type Random } from "../population/random.js";
import type { ProjectDraft } from "./project-drafts.js";

const legalBasis = "Sample value";
const firstYear = 2021;
const lastYear = 2026;
/** Up to this year the targets are those of the provinces before the merger. */
const lastYearOfFormerProvinces = 2024;
/** A project that has completed nothing is to complete its first apartments so many years after its approval. */
const yearsToFirstCompletion = 3;

/**
 * How many apartments each project is to complete from 2021 to 2026. A target is somewhat higher or lower than what was
 * completed. Half of the projects that completed nothing have a target for a first phase. All targets are made up.
 */
export function projectTargetRows(
  drafts: readonly ProjectDraft[],
  seed: number,
): ProjectCompletionTargetEntity[] {
  const random = createRandom(seed, "completion-targets");
  return drafts.flatMap((draft) => targetsOf(draft, random));
}

/** The targets of the provinces: the sums of their projects' targets. */
export function provinceTargetRows(
  drafts: readonly ProjectDraft[],
  targets: readonly ProjectCompletionTargetEntity[],
): CompletionTargetEntity[] {
  const localities = new Map(drafts.map(({ project, locality }) => [project.id, locality]));
  const rows = new Map<string, CompletionTargetEntity>();
  for (const { projectId, year, apartments } of targets) {
    const locality = localities.get(projectId);
    if (!locality) continue;
    const unitId =
      year <= lastYearOfFormerProvinces ? formerUnitId(locality.formerProvinceCode) : locality.provinceId;
    const row = rows.get(`${unitId} ${year}`) ?? { unitId, year, apartments: 0, legalBasis };
    rows.set(`${unitId} ${year}`, { ...row, apartments: row.apartments + apartments });
  }
  return [...rows.values()];
}

function targetsOf(draft: ProjectDraft, random: Random): ProjectCompletionTargetEntity[] {
  const due = draft.completions.length > 0 ? dueOfCompleted(draft, random) : dueOfLate(draft, random);
  return [...due].flatMap(([year, apartments]) =>
    year >= firstYear && year <= lastYear && apartments > 0
      ? [{ projectId: draft.project.id, year, apartments, legalBasis }]
      : [],
  );
}

/** By year: 0.7 to 1.3 times the completed apartments, but not more than the project plans. */
function dueOfCompleted({ project, completions }: ProjectDraft, random: Random): Map<number, number> {
  const due = new Map<number, number>();
  for (const { completedOn, apartments } of completions) {
    const year = yearOf(completedOn);
    const wanted = Math.round(apartments * (0.7 + 0.6 * random.next()));
    due.set(year, Math.min(project.plannedApartments, (due.get(year) ?? 0) + wanted));
  }
  return due;
}

/** By year: a first phase of a project that has completed nothing, or nothing. */
function dueOfLate({ project }: ProjectDraft, random: Random): Map<number, number> {
  const { approvedOn, plannedApartments } = project;
  if (approvedOn === null || random.chance(0.5)) return new Map();
  const share = 0.1 + 0.15 * random.next();
  return new Map([[yearOf(approvedOn) + yearsToFirstCompletion, Math.round(plannedApartments * share)]]);
}
