import type { ApartmentCompletionEntity } from "@an-sinh/housing-projects/apartment-completion/apartment-completion.entity";
import { addDays, earlier, later } from "@an-sinh/subgraph-kit/calendar";
import { apportion } from "../population/apportion.js";
import { lastRegisterDay } from "../population/population.js";
import type { Random } from "../population/random.js";
import { dayBetween } from "../population/random-day.js";
import type { PlannedSite, ProjectPlan } from "./project-plans.js";

/** The first phase is completed no earlier than so many days after the approval. */
const shortestBuildDays = 600;
/** The last phase is completed no later than so many days after that. */
const longestBuildDays = 2_800;
const apartmentsPerPhase = 450;

/** The completed phases, by project. They have exactly the completed apartments of the plan. */
export function completionsByProject(
  plan: ProjectPlan,
  sites: readonly PlannedSite[],
  random: Random,
): ReadonlyMap<string, ApartmentCompletionEntity[]> {
  const completed = completedBySite(plan, sites, random);
  const phases = new Map(
    sites.map((site) => [site.id, phasesOf(site, completed.get(site.id) ?? 0, plan, random)]),
  );
  addLaterPhases(plan.completedLater, sites, phases, random);
  return phases;
}

/** How many apartments each site has completed. The sites approved first come first. Some of them complete a part only. */
function completedBySite(
  plan: ProjectPlan,
  sites: readonly PlannedSite[],
  random: Random,
): Map<string, number> {
  const completed = new Map<string, number>();
  const ready = sites.filter(
    ({ approvedOn }) => approvedOn && addDays(approvedOn, shortestBuildDays) < "2025-10-01",
  );
  let left = plan.completedApartments;
  // The second round completes what the first one left.
  for (const round of [1, 2]) {
    for (const { id, plannedApartments } of ready) {
      const before = completed.get(id) ?? 0;
      const part = round === 2 || random.chance(0.5) ? 1 : 0.3 + 0.5 * random.next();
      const more = Math.min(left, Math.max(0, Math.floor(plannedApartments * part) - before));
      completed.set(id, before + more);
      left -= more;
    }
  }
  if (left > 0) throw new RangeError(`Expected room for all completed apartments, but ${left} are left.`);
  return completed;
}

function phasesOf(
  { id, approvedOn }: PlannedSite,
  completed: number,
  { completedFrom }: ProjectPlan,
  random: Random,
): ApartmentCompletionEntity[] {
  if (completed === 0 || approvedOn === null) return [];
  const parts = apportion(
    completed,
    Array.from({ length: Math.min(3, Math.ceil(completed / apartmentsPerPhase)) }, () => 0.5 + random.next()),
  ).filter((apartments) => apartments > 0);
  const from = later(addDays(approvedOn, shortestBuildDays), completedFrom);
  const to = earlier(addDays(from, longestBuildDays), lastRegisterDay);
  const days = parts.map(() => dayBetween(random, from, to)).toSorted();
  return parts.map((apartments, index) => ({
    projectId: id,
    phase: index + 1,
    completedOn: days[index] ?? to,
    apartments,
  }));
}

/** Adds the phases that were completed after the last day of the register. */
function addLaterPhases(
  apartments: number,
  sites: readonly PlannedSite[],
  phases: ReadonlyMap<string, ApartmentCompletionEntity[]>,
  random: Random,
): void {
  let left = apartments;
  for (const { id, plannedApartments } of sites) {
    const done = phases.get(id) ?? [];
    const open = plannedApartments - done.reduce((sum, phase) => sum + phase.apartments, 0);
    if (left === 0 || done.length === 0 || open === 0) continue;
    const more = Math.min(left, open);
    const completedOn = dayBetween(random, "2026-01-15", "2026-03-31");
    done.push({ projectId: id, phase: done.length + 1, completedOn, apartments: more });
    left -= more;
  }
}
