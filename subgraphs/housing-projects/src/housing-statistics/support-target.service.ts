import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { percent } from "@an-sinh/subgraph-kit/shares";
import type { SupportTargetEntity } from "../support-target/support-target.entity.js";
import { supportTargetsOfUnit } from "../support-target/support-target.loaders.js";
import { supportStatistics } from "./housing-support-statistics.loaders.js";

/** How many houses the program of a target built or repaired in the unit during the year. */
export async function housesCompleted(
  context: RequestContext,
  { unitId, year, program }: SupportTargetEntity,
): Promise<number> {
  const supports = await context.load(supportStatistics, unitId, { year });
  return supports
    .filter((support) => support.program === program && support.kind !== "SANITARY_FACILITY")
    .reduce((sum, { housesDuringYear }) => sum + housesDuringYear, 0);
}

/** The houses completed in percent of the target. Null: houses were not asked for. */
export async function percentOfTarget(
  context: RequestContext,
  target: SupportTargetEntity,
): Promise<number | null> {
  return target.houses === 0 ? null : percent(await housesCompleted(context, target), target.houses);
}

/** The percentage of a unit's target for temporary and dilapidated houses. Null: there is no target for the year. */
export async function temporaryHousesPercent(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<number | null> {
  const targets = await context.load(supportTargetsOfUnit, unitId, { year });
  const target = targets.find(({ program }) => program === "TEMPORARY_HOUSE_ELIMINATION");
  return target ? percentOfTarget(context, target) : null;
}
