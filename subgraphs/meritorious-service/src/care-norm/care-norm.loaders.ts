import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { CareNormEntity } from "./care-norm.entity.js";

export const listAllCareNorms = defineCatalog((context) => context.read(CareNormEntity, "norm").getMany());
