import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { sumOf } from "@an-sinh/subgraph-kit/sums";
import { wholeCountry } from "@an-sinh/territory/whole-country";
import { nationalTargets } from "../completion-target/completion-target.loaders.js";
import type { ConstructionKind } from "../construction-kind/construction-kind.enums.js";
import type { PublishedFigure } from "../external/published-figure.stub.js";
import type { HousingSupportProgram } from "../housing-support/housing-support.enums.js";
import {
  approvedProjects,
  completedApartments,
  landReserved,
  livingArea,
} from "./housing-statistics.loaders.js";
import { supportStatistics } from "./housing-support-statistics.service.js";
import { temporaryHousesPercent } from "./support-target.service.js";

interface FigureQuestion {
  /** An administrative unit, or `wholeCountry`. */
  readonly unitId: string;
  /** Null: from the beginning of the register. */
  readonly fromYear: number | null;
  readonly toYear: number;
}

type Measure = (context: RequestContext, question: FigureQuestion) => Promise<number | null>;

const houses: readonly ConstructionKind[] = ["NEW_BUILD", "REPAIR"];
const everything: readonly ConstructionKind[] = [...houses, "SANITARY_FACILITY"];

/** By the `measure` of a published figure, which households sets. */
const measures: Readonly<Record<string, Measure>> = {
  SOCIAL_HOUSING_PROJECTS: async (context, { unitId, toYear: year }) =>
    (await context.load(approvedProjects, unitId, { year })).projects,
  SOCIAL_HOUSING_LAND: async (context, { unitId, toYear: year }) =>
    (await context.load(approvedProjects, unitId, { year })).landAreaHectares,
  PLANNED_APARTMENTS: async (context, { unitId, toYear: year }) =>
    (await context.load(approvedProjects, unitId, { year })).plannedApartments,
  COMPLETED_APARTMENTS: async (context, { unitId, toYear: year }) =>
    (await context.load(completedApartments, unitId, { year })).apartments,
  HOUSING_CAPACITY: async (context, { unitId, toYear: year }) =>
    (await context.load(approvedProjects, unitId, { year })).plannedCapacityPeople,
  LAND_RESERVED: (context, { unitId, toYear: year }) => context.load(landReserved, unitId, { year }),
  LIVING_AREA: (context, { unitId, toYear: year }) => context.load(livingArea, unitId, { year }),
  NATIONAL_APARTMENT_TARGET: async (context, { fromYear, toYear }) =>
    (await nationalTargets(context)).find(
      (target) => target.fromYear === fromYear && target.toYear === toYear,
    )?.apartments ?? null,
  GREAT_SOLIDARITY_HOUSES: supports("GREAT_SOLIDARITY", houses, "houses"),
  TEMPORARY_HOUSES_BUILT: supports("TEMPORARY_HOUSE_ELIMINATION", ["NEW_BUILD"], "houses"),
  TEMPORARY_HOUSES_REPAIRED: supports("TEMPORARY_HOUSE_ELIMINATION", ["REPAIR"], "houses"),
  TEMPORARY_HOUSES_BUDGET: supports("TEMPORARY_HOUSE_ELIMINATION", everything, "amount"),
  TEMPORARY_HOUSES_TARGET_REACHED: (context, { unitId, toYear: year }) =>
    temporaryHousesPercent(context, unitId, year),
  SOCIALIZED_HOUSES: supports("SOCIALIZED_HOUSING", houses, "houses"),
  SOCIALIZED_SANITARY_FACILITIES: supports("SOCIALIZED_HOUSING", ["SANITARY_FACILITY"], "houses"),
  SOCIALIZED_BUDGET: supports("SOCIALIZED_HOUSING", everything, "amount"),
};

/** What this department computes for a published figure. Null: it does not compute this measure, has no data, or withholds it. */
export async function computeFigure(
  context: RequestContext,
  { measure, fromYear, toYear, administrativeUnit }: PublishedFigure,
): Promise<number | null> {
  const compute = measures[measure ?? ""];
  if (!compute || !toYear) return null;
  const unitId = administrativeUnit?.id ?? wholeCountry;
  return compute(context, { unitId, fromYear: fromYear ?? null, toYear });
}

/**
 * The houses or the dong of a program that were completed from the first year to the last, both included. Null: withheld,
 * as what was completed by the end of the last year or before the first one is.
 */
function supports(
  program: HousingSupportProgram,
  kinds: readonly ConstructionKind[],
  total: "houses" | "amount",
): Measure {
  return async (context, { unitId, fromYear, toYear }) => {
    const totalAt = async (year: number) => {
      const found = await supportStatistics(context, { unitId, year });
      return sumOf(
        found.filter((row) => row.program === program && kinds.includes(row.kind)).map((row) => row[total]),
      );
    };
    const [after, before] = await Promise.all([
      totalAt(toYear),
      fromYear === null ? 0 : totalAt(fromYear - 1),
    ]);
    return after === null || before === null ? null : after - before;
  };
}
