import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SchoolMilkTermEntity } from "./school-milk-term.entity.js";

/** For each province and period: one for all children, or two. */
const listAllTerms = defineCatalog((context) =>
  context.read(SchoolMilkTermEntity, "term").orderBy("term.id").getMany(),
);

/** The terms of a province on a day: one for all children, or one for policy children and one for others. Empty: no program. */
export async function milkTerms(
  context: RequestContext,
  provinceId: string,
  on: string,
): Promise<SchoolMilkTermEntity[]> {
  const terms = await listAllTerms(context);
  return terms.filter((term) => term.unitId === provinceId && isInForce(term, on));
}
