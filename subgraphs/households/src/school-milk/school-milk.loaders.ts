import { defineCatalog } from "@an-sinh/subgraph-kit/batching";
import { isInForce } from "@an-sinh/subgraph-kit/calendar";
import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { SchoolMilkTermEntity } from "./school-milk-term.entity.js";

/** Two for each province and period. */
const listAllTerms = defineCatalog((context) =>
  context.read(SchoolMilkTermEntity, "term").orderBy("term.id").getMany(),
);

/** The terms of a province on a day: one for policy children, one for all others. Empty: no program. */
export async function milkTerms(
  context: RequestContext,
  provinceId: string,
  on: string,
): Promise<SchoolMilkTermEntity[]> {
  const terms = await listAllTerms(context);
  return terms.filter((term) => term.unitId === provinceId && isInForce(term, on));
}
