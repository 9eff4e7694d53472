import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import { firstDayOf, lastDayOf } from "@an-sinh/subgraph-kit/calendar";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { groupByUnit } from "@an-sinh/territory/group-by-unit";
import { ApartmentCompletionEntity } from "../apartment-completion/apartment-completion.entity.js";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { LandReservationEntity } from "./land-reservation.entity.js";
import { LivingAreaEntity } from "./living-area.entity.js";

/** The sums over the projects approved by 31 December of a year. */
interface ProjectTotals {
  readonly projects: number;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
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
    projects: toNumber(row?.projects),
    landAreaHectares: hundredths(row?.land),
    plannedApartments: toNumber(row?.planned),
  }));
});

/**
 * How many people the projects approved by 31 December of a year are planned for. It is apart from `projectTotals`
 * because the index that serves those has no capacity.
 */
export const plannedCapacity = defineLoader<number, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await groupByUnit(
    context.statistics(SocialHousingProjectEntity, "project"),
    "project",
    unitIds,
  )
    .andWhere("project.approvedOn <= :end", { end: lastDayOf(year) })
    .addSelect("SUM(project.plannedCapacityPeople)", "people")
    .getRawMany<{ unitId: string; people: Sum }>();
  return inOrder(unitIds, rows, (row) => toNumber(row?.people));
});

interface CompletedApartments {
  /** Completed by 31 December of the year. */
  readonly apartments: number;
  /** Of these, completed during the year. */
  readonly duringYear: number;
}

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
      apartments: toNumber(row?.apartments),
      duringYear: toNumber(row?.duringYear),
    }));
  },
);

/** Hectares of land set aside by 31 December of a year. */
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

/** Square meters a person. Null: no figure for the unit and year. A key may be `wholeCountry`. */
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

/** SQLite adds decimals up as floating point. Rounding to the two decimals that are stored makes the sum exact again. */
const hundredths = (sum: Sum | undefined): number => Math.round(toNumber(sum) * 100) / 100;
