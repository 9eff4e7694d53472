import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import type { YearArgs } from "@an-sinh/subgraph-kit/period-args";
import { toNumber, type Sum } from "@an-sinh/subgraph-kit/sums";
import { ApartmentTotalEntity } from "../apartment-completion/apartment-total.entity.js";
import { hectaresOf } from "../land/hectares.js";
import { LandReservationTotalEntity } from "../land/land-reservation-total.entity.js";
import { ProjectTotalEntity } from "../social-housing-project/project-total.entity.js";
import { LivingAreaEntity } from "./living-area.entity.js";

/** The sums over the projects approved by 31 December of a year. */
interface ProjectSums {
  readonly projects: number;
  readonly landAreaHectares: number;
  readonly plannedApartments: number;
  readonly plannedCapacityPeople: number;
}

export const approvedProjects = defineLoader<ProjectSums, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context
    .statistics(ProjectTotalEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect("SUM(total.projects)", "projects")
    .addSelect("SUM(total.landSquareMeters)", "land")
    .addSelect("SUM(total.plannedApartments)", "planned")
    .addSelect("SUM(total.plannedCapacityPeople)", "people")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year <= :year", { year })
    .groupBy("total.unitId")
    .getRawMany<{ unitId: string; projects: Sum; land: Sum; planned: Sum; people: Sum }>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) => ({
    projects: toNumber(row?.projects),
    landAreaHectares: hectaresOf(toNumber(row?.land)),
    plannedApartments: toNumber(row?.planned),
    plannedCapacityPeople: toNumber(row?.people),
  }));
});

interface CompletedApartments {
  /** Completed by 31 December of the year. */
  readonly apartments: number;
  /** Of these, completed during the year. */
  readonly duringYear: number;
}

export const completedApartments = defineLoader<CompletedApartments, YearArgs>(
  async (unitIds, context, { year }) => {
    const rows = await context
      .statistics(ApartmentTotalEntity, "total")
      .select("total.unitId", "unitId")
      .addSelect("SUM(total.apartments)", "apartments")
      .addSelect("SUM(CASE WHEN total.year = :year THEN total.apartments ELSE 0 END)", "duringYear")
      .where("total.unitId IN (:...unitIds)", { unitIds })
      .andWhere("total.year <= :year", { year })
      .groupBy("total.unitId")
      .getRawMany<{ unitId: string; apartments: Sum; duringYear: Sum }>();
    return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) => ({
      apartments: toNumber(row?.apartments),
      duringYear: toNumber(row?.duringYear),
    }));
  },
);

/** Hectares of land set aside by 31 December of a year. */
export const landReserved = defineLoader<number, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context
    .statistics(LandReservationTotalEntity, "total")
    .select("total.unitId", "unitId")
    .addSelect("SUM(total.squareMeters)", "squareMeters")
    .where("total.unitId IN (:...unitIds)", { unitIds })
    .andWhere("total.year <= :year", { year })
    .groupBy("total.unitId")
    .getRawMany<{ unitId: string; squareMeters: Sum }>();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) =>
    hectaresOf(toNumber(row?.squareMeters)),
  );
});

/** Square meters a person. Null: no figure for the unit and year. A key may be `wholeCountry`. */
export const livingArea = defineLoader<number | null, YearArgs>(async (unitIds, context, { year }) => {
  const rows = await context
    .read(LivingAreaEntity, "area")
    .where("area.unitId IN (:...unitIds)", { unitIds })
    .andWhere("area.year = :year", { year })
    .getMany();
  return indexByKey(unitIds, rows, ({ unitId }) => unitId).map((row) => row?.squareMetersPerPerson ?? null);
});
