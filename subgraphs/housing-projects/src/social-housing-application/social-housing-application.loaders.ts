import { defineLoader, groupByKey } from "@an-sinh/subgraph-kit/batching";
import { nestedPages } from "@an-sinh/subgraph-kit/pagination/nested-pages";
import { rowById } from "@an-sinh/subgraph-kit/row-by-id";
import { SocialHousingApplicationEntity } from "./social-housing-application.entity.js";

export const applicationById = rowById(SocialHousingApplicationEntity, "application");

/** Pages of the applications for each project, in the order in which they were submitted. */
export const applicationsOfProject = nestedPages<SocialHousingApplicationEntity>({
  entity: SocialHousingApplicationEntity,
  alias: "application",
  parent: "projectId",
  ordering: {
    name: "applications",
    columns: [
      { expression: "application.submittedOn", type: "string", value: ({ submittedOn }) => submittedOn },
      { expression: "application.id", type: "string", value: ({ id }) => id },
    ],
  },
});

/** The applications of each person, in the order in which they were submitted. */
export const applicationsOfPerson = defineLoader(async (ids, context) =>
  groupByKey(
    ids,
    await context
      .read(SocialHousingApplicationEntity, "application")
      .where("application.personId IN (:...ids)", { ids })
      .orderBy("application.submittedOn")
      .addOrderBy("application.id")
      .getMany(),
    (application) => application.personId,
  ),
);
