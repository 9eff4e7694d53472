import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { HealthInsuranceNormEntity } from "./health-insurance-norm.entity.js";

export const listHealthInsuranceNorms = defineCatalog((context) =>
  context.read(HealthInsuranceNormEntity, "norm").getMany(),
);
