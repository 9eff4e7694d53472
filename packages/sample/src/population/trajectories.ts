import type { HouseholdClass } from "@an-sinh/households/poverty-standard/household-class";
import { registerYears, type SampleHousehold } from "./population.js";
import type { UnitYear } from "./poverty-plan.js";
import type { Random } from "./random.js";

/** A household's classes in the order of `registerYears`. Undefined: not on the poverty register. */
type Track = (HouseholdClass | undefined)[];

type Trajectory = SampleHousehold["classAt"];

/** Decision 28/2015: newly escaped for 36 months, which are three yearly reviews. */
const reviewsAsNewlyEscaped = 3;

/** Households on the list, and those that left it less than 36 months ago. */
interface Register {
  readonly poor: Track[];
  readonly nearPoor: Track[];
  readonly escaped: Track[];
}

/**
 * Draws the households of one locality so that exactly the planned number are poor and near-poor each
 * year. Most stay where they are, some rise, few fall back, and new ones enter where there are too few.
 */
export function drawTrajectories(years: readonly UnitYear[], random: Random): Trajectory[] {
  const tracks: Track[] = [];
  const enter = (): Track => {
    const track: Track = registerYears.map(() => undefined);
    tracks.push(track);
    return track;
  };
  let register: Register = { poor: [], nearPoor: [], escaped: [] };
  years.forEach((target, year) => {
    register = nextRegister(register, target, random, enter);
    for (const track of register.poor) track[year] = "POOR";
    for (const track of register.nearPoor) track[year] = "NEAR_POOR";
    for (const track of register.escaped) track[year] = "NEWLY_ESCAPED";
    register = { ...register, escaped: register.escaped.filter((track) => !settle(track, year, random)) };
  });
  return tracks.map(intern);
}

function nextRegister(before: Register, target: UnitYear, random: Random, enter: () => Track): Register {
  const risingPoor = random.shuffle(before.poor);
  const leavingNear = random.shuffle(before.nearPoor);
  const escapedBefore = random.shuffle(before.escaped);
  const fallingBack = () => (random.chance(0.12) ? escapedBefore.pop() : undefined);

  const poor = risingPoor.splice(0, Math.min(target.poor, Math.ceil(risingPoor.length * 0.93)));
  while (poor.length < target.poor) {
    poor.push((random.chance(0.6) ? leavingNear.pop() : undefined) ?? fallingBack() ?? enter());
  }
  const nearPoor = risingPoor.splice(0, Math.min(target.nearPoor, Math.floor(risingPoor.length * 0.45)));
  nearPoor.push(...leavingNear.splice(0, target.nearPoor - nearPoor.length));
  while (nearPoor.length < target.nearPoor) {
    nearPoor.push(risingPoor.pop() ?? fallingBack() ?? enter());
  }
  return { poor, nearPoor, escaped: [...escapedBefore, ...risingPoor, ...leavingNear] };
}

/** True when the 36 months end with the next review: some are then reviewed once more, as average. */
function settle(track: Track, year: number, random: Random): boolean {
  const recent = track.slice(Math.max(0, year - reviewsAsNewlyEscaped + 1), year + 1);
  const isOver = recent.length === reviewsAsNewlyEscaped && recent.every((kind) => kind === "NEWLY_ESCAPED");
  if (isOver && year + 1 < track.length && random.chance(0.3)) track[year + 1] = "AVERAGE";
  return isOver;
}

/** Households that were never poor: unknown to the poverty register, or reviewed on their own request. */
export function drawOtherTrajectory(random: Random): Trajectory {
  const track: Track = registerYears.map(() => undefined);
  if (random.chance(0.55)) {
    const first = random.between(0, track.length - 1);
    track.fill(random.chance(0.75) ? "AVERAGE" : "ABOVE_AVERAGE", first, first + random.between(1, 3));
  }
  return intern(track);
}

/** Few trajectories differ: households share them. */
const known = new Map<string, Trajectory>();

function intern(track: Track): Trajectory {
  const key = track.join();
  const shared = known.get(key);
  if (shared) return shared;
  const entries = registerYears.flatMap((year, index) => (track[index] ? [[year, track[index]]] : []));
  const trajectory = Object.freeze(Object.fromEntries(entries)) as Trajectory;
  known.set(key, trajectory);
  return trajectory;
}
