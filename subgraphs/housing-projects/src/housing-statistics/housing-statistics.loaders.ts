import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { ApartmentCompletionEntity } from "../apartment-completion/apartment-completion.entity.js";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { Sum } from "@an-sinh/subgraph-kit/sums";
import type { CompletedApartments, ProjectTotals } from "./housing-statistics.type.js";
import { LandReservationEntity } from "./land-reservation.entity.js";
import { LivingAreaEntity } from "./living-area.entity.js";

/** Keyed by unit; the year is the same for all units of the batch. */
export interface YearArgs {
  readonly year: number;
}

export const projectTotals = defineLoader<ProjectTotals, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await groupByUnit(
    context.statistics(SocialHousingProjectEntity, "project"),
    "project",
    unitIds,
  )
    .andWhere("project.approvedOn <= :end", { end: lastDayOf(year) })
    .addSelect("COUNT(*)", "projects")
    .addSelect("SUM(project.landAreaHectares)", "land")
    .addSelect("SUM(project.plannedApartments)", "planned")
    .getRawMany<{ unitId: string; projects: Sum; land: Sum; planned: Sum }>();
  return inOrder(unitIds, rows, (row) => ({
    projects: Number(row?.projects ?? 0),
    landAreaHectares: hundredths(row?.land),
    plannedApartments: Number(row?.planned ?? 0),
  }));
});

/** Apartments completed by the end of each unit's year, and those of the year itself. */
export const completedApartments = defineLoader<CompletedApartments, YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await groupByUnit(
      context.statistics(SocialHousingProjectEntity, "project"),
      "project",
      unitIds,
    )
      .innerJoin(ApartmentCompletionEntity, "completion", "completion.projectId = project.id")
      .andWhere("completion.completedOn <= :end", { end: lastDayOf(year) })
      .setParameter("start", firstDayOf(year))
      .addSelect("SUM(completion.apartments)", "apartments")
      .addSelect(
        "SUM(CASE WHEN completion.completedOn >= :start THEN completion.apartments ELSE 0 END)",
        "duringYear",
      )
      .getRawMany<{ unitId: string; apartments: Sum; duringYear: Sum }>();
    return inOrder(unitIds, rows, (row) => ({
      apartments: Number(row?.apartments ?? 0),
      duringYear: Number(row?.duringYear ?? 0),
    }));
  },
);

export const landReserved = defineLoader<number, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await groupByUnit(
    context.statistics(LandReservationEntity, "reservation"),
    "reservation",
    unitIds,
  )
    .andWhere("reservation.reservedOn <= :end", { end: lastDayOf(year) })
    .addSelect("SUM(reservation.hectares)", "hectares")
    .getRawMany<{ unitId: string; hectares: Sum }>();
  return inOrder(unitIds, rows, (row) => hundredths(row?.hectares));
});

export const livingArea = defineLoader<number | null, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context
    .read(LivingAreaEntity, "area")
    .where("area.unitId IN (:...unitIds)", { unitIds })
    .andWhere("area.year = :year", { year })
    .getMany();
  return inOrder(unitIds, rows, (row) => row?.squareMetersPerPerson ?? null);
});

function inOrder<Row extends { unitId: string }, Value>(
  unitIds: readonly string[],
  rows: readonly Row[],
  valueOf: (row: Row | undefined) => Value,
): Value[] {
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  return unitIds.map((id) => valueOf(byUnit.get(id)));
}

/** SQLite adds decimals up as floating point: the sum is exact again to the two decimals that are stored. */
const hundredths = (sum: Sum | undefined): number => Math.round(Number(sum ?? 0) * 100) / 100;
