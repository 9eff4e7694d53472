import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { OverlapRuleEntity } from "./overlap-rule.entity.js";

/** A few dozen rules: one statement serves every pair of a request. The latest comes first. */
const allRules = defineLoader(async (keys, context) => {
  const rules = await context.read(OverlapRuleEntity, "rule").orderBy("rule.validFrom", "DESC").getMany();
  return keys.map(() => rules);
});

/** The rules about overlaps, the latest first. */
export const overlapRules = (context: RequestContext): Promise<OverlapRuleEntity[]> =>
  context.load(allRules, "all");
