import type { CompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/completion-target.entity";
import type { ProjectCompletionTargetEntity } from "@an-sinh/housing-projects/completion-target/project-completion-target.entity";
import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { mergedBacNinhId } from "../administrative-units/named-units.js";
import { formerUnitId } from "../administrative-units/unit-ids.js";
import { apportion } from "../population/apportion.js";
import { createRandom, type Random } from "../population/random.js";
import type { SampleLocality } from "../administrative-units/sample-locality.js";
import type { ProjectDraft } from "./project-drafts.js";

const legalBasis = "Sample value";

/** What the Prime Minister assigned. The targets of the province's projects add up to it. */
const assigned: readonly CompletionTargetEntity[] = [
  {
    unitId: mergedBacNinhId,
    year: 2025,
    apartments: 15_929,
    legalBasis:
      "Decision 444/QD-TTg of 2025: 10,686 apartments of Bac Ninh and 5,243 of Bac Giang, which merged on 2025-07-01",
  },
];

const firstYear = 2021;
const lastYear = 2026;
/** Up to this year the targets are those of the provinces before the merger. */
const lastYearOfFormerProvinces = 2024;
/** A project that has completed nothing is to complete its first apartments so many years after its approval. */
const yearsToFirstCompletion = 3;

/**
 * How many apartments each project is to complete from 2021 to 2026. A target is somewhat higher or lower than what was
 * completed. Half of the projects that completed nothing have a target for a first phase. All targets of projects are
 * made up; where the target of the province is known, they add up to it.
 */
export function projectTargetRows(
  drafts: readonly ProjectDraft[],
  seed: number,
): ProjectCompletionTargetEntity[] {
  const random = createRandom(seed, "completion-targets");
  const drawn = drafts.flatMap((draft) => targetsOf(draft, random));
  const places = placesOf(drafts);
  return assigned.reduce(
    (targets, { unitId, year, apartments }) =>
      scaleTo(apartments, targets, (target) => target.year === year && unitOf(places, target) === unitId),
    drawn,
  );
}

/** Scales some of the targets, so that they add up to a total. */
function scaleTo(
  total: number,
  targets: readonly ProjectCompletionTargetEntity[],
  isMeant: (target: ProjectCompletionTargetEntity) => boolean,
): ProjectCompletionTargetEntity[] {
  const meant = targets.filter(isMeant);
  const parts = apportion(
    total,
    meant.map(({ apartments }) => apartments),
  );
  const scaled = new Map(meant.map((target, index) => [target, parts[index] ?? 0]));
  return targets.map((target) => ({ ...target, apartments: scaled.get(target) ?? target.apartments }));
}

const placesOf = (drafts: readonly ProjectDraft[]): ReadonlyMap<string, SampleLocality> =>
  new Map(drafts.map(({ project, locality }) => [project.id, locality]));

/** The province whose target a project's target is a part of, on the boundaries of the year. */
function unitOf(
  places: ReadonlyMap<string, SampleLocality>,
  { projectId, year }: ProjectCompletionTargetEntity,
): string | undefined {
  const place = places.get(projectId);
  if (!place) return undefined;
  return year <= lastYearOfFormerProvinces ? formerUnitId(place.formerProvinceCode) : place.provinceId;
}

/** The targets of the provinces: the sums of their projects' targets. */
export function provinceTargetRows(
  drafts: readonly ProjectDraft[],
  targets: readonly ProjectCompletionTargetEntity[],
): CompletionTargetEntity[] {
  const places = placesOf(drafts);
  const rows = new Map<string, CompletionTargetEntity>();
  for (const target of targets) {
    const unitId = unitOf(places, target);
    if (unitId === undefined) continue;
    const { year } = target;
    const known = assigned.find((one) => one.unitId === unitId && one.year === year);
    const row = rows.get(`${unitId} ${year}`) ?? { unitId, year, apartments: 0, legalBasis };
    const apartments = row.apartments + target.apartments;
    rows.set(`${unitId} ${year}`, { ...row, apartments, legalBasis: known?.legalBasis ?? legalBasis });
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
