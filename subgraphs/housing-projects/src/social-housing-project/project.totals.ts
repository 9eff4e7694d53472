import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { defineTotals } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { squareMetersOf } from "../land/hectares.js";
import { ProjectTotalEntity } from "./project-total.entity.js";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";

/** A project counts from the year in which it is approved. */
export const projectTotals = defineTotals<SocialHousingProjectEntity, ProjectTotalEntity>({
  entity: ProjectTotalEntity,
  counted: SocialHousingProjectEntity,
  places: byUnit,
  version: 1,
  count: (projects, add) => {
    for (const { approvedOn, landAreaHectares, plannedApartments, plannedCapacityPeople } of projects) {
      if (approvedOn === null) continue;
      add({
        year: yearOf(approvedOn),
        projects: 1,
        landSquareMeters: squareMetersOf(landAreaHectares),
        plannedApartments,
        plannedCapacityPeople,
      });
    }
  },
});
