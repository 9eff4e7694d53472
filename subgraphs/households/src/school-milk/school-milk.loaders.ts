import { defineLoader } from "@an-sinh/subgraph-kit/batching";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SchoolMilkTermEntity } from "./school-milk-term.entity.js";

/** There are two terms a province and period, so a request reads them all, once. */
const allTerms = defineLoader(async (keys, context: RequestContext) => {
  const terms = await context.read(SchoolMilkTermEntity, "term").orderBy("term.id").getMany();
  return keys.map(() => terms);
});

/** The terms of a province on a day: one for policy children, one for all others. Empty: no program. */
export async function milkTerms(
  context: RequestContext,
  provinceId: string,
  on: string,
): Promise<SchoolMilkTermEntity[]> {
  const terms = await context.load(allTerms, "all");
  return terms.filter(
    ({ unitId, validFrom, validTo }) =>
      unitId === provinceId && validFrom <= on && (validTo === null || validTo >= on),
  );
}
