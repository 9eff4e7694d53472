import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { shareOf } from "@an-sinh/subgraph-kit/shares";
import { sumOf } from "@an-sinh/subgraph-kit/sums";
import type { SupportTargetEntity } from "../support-target/support-target.entity.js";
import { supportTargetsOfUnit } from "../support-target/support-target.loaders.js";
import { supportStatistics } from "./housing-support-statistics.service.js";

/** How many houses the program of a target built or repaired in the unit during the year. Null: withheld. */
export async function housesCompleted(
  context: RequestContext,
  { unitId, year, program }: SupportTargetEntity,
): Promise<number | null> {
  const supports = await supportStatistics(context, { unitId, year });
  const houses = supports.filter(
    (support) => support.program === program && support.kind !== "SANITARY_FACILITY",
  );
  return sumOf(houses.map(({ housesDuringYear }) => housesDuringYear));
}

/** The houses completed in percent of the target. Null: houses were not asked for, or those completed are withheld. */
export async function percentOfTarget(
  context: RequestContext,
  target: SupportTargetEntity,
): Promise<number | null> {
  return target.houses === 0 ? null : shareOf(await housesCompleted(context, target), target.houses);
}

/** The percentage of a unit's target for temporary and dilapidated houses. Null: there is no target for the year, or it is withheld. */
export async function temporaryHousesPercent(
  context: RequestContext,
  unitId: string,
  year: number,
): Promise<number | null> {
  const targets = await context.load(supportTargetsOfUnit, unitId, { year });
  const target = targets.find(({ program }) => program === "TEMPORARY_HOUSE_ELIMINATION");
  return target ? percentOfTarget(context, target) : null;
}
