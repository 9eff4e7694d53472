import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import type { CompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/completion-target.entity";
import type { ProjectCompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/project-completion-target.entity";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import { createRandom, type Random } from "../population/random.js";
import type { ProjectDraft } from "./project-drafts.js";

const legalBasis = "Sample value";
const firstYear = 2021;
const lastYear = 2026;
/** Provinces before the merger had their own targets up to this year. */
const lastYearOfFormerProvinces = 2024;
/** A project that has completed nothing yet is due to begin so many years after its approval. */
const yearsToFirstCompletion = 3;

/**
 * What each project is to complete from 2021 to 2026: about what it did complete, now more, now less, and
 * in half of the late ones a first phase. All made up.
 */
export function projectTargetRows(
  drafts: readonly ProjectDraft[],
  seed: number,
): ProjectCompletionTargetEntity[] {
  const random = createRandom(seed, "completion-targets");
  return drafts.flatMap((draft) => targetsOf(draft, random));
}

/** What each province is to complete: what its projects are to. */
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
  const due = draft.completions.length > 0 ? dueAsCompleted(draft, random) : dueThoughLate(draft, random);
  return [...due].flatMap(([year, apartments]) =>
    year >= firstYear && year <= lastYear && apartments > 0
      ? [{ projectId: draft.project.id, year, apartments, legalBasis }]
      : [],
  );
}

/** Between seven and thirteen tenths of what was completed, but not more than is planned. */
function dueAsCompleted({ project, completions }: ProjectDraft, random: Random): Map<number, number> {
  const due = new Map<number, number>();
  for (const { completedOn, apartments } of completions) {
    const year = yearOf(completedOn);
    const wanted = Math.round(apartments * (0.7 + 0.6 * random.next()));
    due.set(year, Math.min(project.plannedApartments, (due.get(year) ?? 0) + wanted));
  }
  return due;
}

function dueThoughLate({ project }: ProjectDraft, random: Random): Map<number, number> {
  const { approvedOn, plannedApartments } = project;
  if (approvedOn === null || random.chance(0.5)) return new Map();
  const share = 0.1 + 0.15 * random.next();
  return new Map([[yearOf(approvedOn) + yearsToFirstCompletion, Math.round(plannedApartments * share)]]);
}
