import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { StandardLevelEntity } from "./standard-level.entity.js";

export const listStandardLevels = defineCatalog((context) =>
  context.read(StandardLevelEntity, "level").getMany(),
);
