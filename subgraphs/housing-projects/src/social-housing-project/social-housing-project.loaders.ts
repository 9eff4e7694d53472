import { defineLoader, indexByKey } from "@an-sinh/subgraph-kit/batching";
import { SocialHousingProjectEntity } from "./social-housing-project.entity.js";

export const projectById = defineLoader(async (ids, context) =>
  indexByKey(
    ids,
    await context
      .read(SocialHousingProjectEntity, "project")
      .where("project.id IN (:...ids)", { ids })
      .getMany(),
    (project) => project.id,
  ),
);
