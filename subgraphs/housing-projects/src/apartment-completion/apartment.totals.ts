import { yearOf } from "@an-sinh/subgraph-kit/calendar";
import { tableOf } from "@an-sinh/subgraph-kit/database/table";
import { defineTotals, type Places } from "@an-sinh/subgraph-kit/totals/totals";
import { byUnit } from "@an-sinh/territory/by-unit";
import { SocialHousingProjectEntity } from "../social-housing-project/social-housing-project.entity.js";
import { ApartmentCompletionEntity } from "./apartment-completion.entity.js";
import { ApartmentTotalEntity } from "./apartment-total.entity.js";

/** The units in which the project of a phase lies. */
const byUnitOfProject: Places = {
  property: "projectId",
  key: byUnit.key,
  dependsOn: [...byUnit.dependsOn, SocialHousingProjectEntity],
  find: async (manager, projectIds) => {
    const projects = await tableOf(manager, SocialHousingProjectEntity).readBy("id", projectIds);
    const units = await byUnit.find(manager, [...new Set(projects.map(({ localityId }) => localityId))]);
    return new Map(projects.map(({ id, localityId }) => [id, units.get(localityId) ?? []]));
  },
};

export const apartmentTotals = defineTotals<ApartmentCompletionEntity, ApartmentTotalEntity>({
  entity: ApartmentTotalEntity,
  counted: ApartmentCompletionEntity,
  places: byUnitOfProject,
  version: 1,
  count: (phases, add) => {
    for (const { completedOn, apartments } of phases) add({ year: yearOf(completedOn), apartments });
  },
});
