import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { OverlapRuleEntity } from "./overlap-rule.entity.js";

/** The rules about overlaps, the latest first. */
export const overlapRules = defineCatalog((context) =>
  context.read(OverlapRuleEntity, "rule").orderBy("rule.validFrom", "DESC").addOrderBy("rule.id").getMany(),
);
