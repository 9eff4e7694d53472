import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import { orNone } from "@an-sinh/subgraph-kit/or-none";
import type { Counted } from "@an-sinh/subgraph-kit/pagination/paginate";
import {
  underStandardOnDay,
  type StandardAndDay,
} from "../household-classification/classification-conditions.js";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import { HouseholdUnitEntity } from "../household/household-unit.entity.js";
import type { HouseholdFilter } from "./household-list.inputs.js";
import { keepInPart, type RegisterPart } from "./register-part.js";

/**
 * What is as many as the households of a filter and is counted in less time. A page looks at each household's classes,
 * in the order of the codes. A count needs no order, so it reads the classes alone. Null: nothing takes less time than
 * the list's own query.
 */
export function countedHouseholds(
  context: RequestContext,
  filter: HouseholdFilter & { readonly hasClass: boolean; readonly part: RegisterPart },
  standardAndDay: StandardAndDay,
): Counted | null {
  const { part, ethnicGroup, escapedSince, class: classes, hasClass } = filter;
  if (ethnicGroup || escapedSince) return null;
  if (!hasClass) return part && "unitId" in part ? placementsIn(context, part.unitId) : null;
  const query = context.read(HouseholdClassificationEntity, "classification").setParameters(standardAndDay);
  underStandardOnDay(query, "classification", standardAndDay);
  if (classes) query.andWhere("classification.class IN (:...classes)", { classes: orNone(classes) });
  keepInPart(query, "classification", part);
  return { query, column: "classification.householdId" };
}

/** The households of a unit, all of which the caller may see: see `partForCaller`. Only their number is read. */
const placementsIn = (context: RequestContext, unitId: string): Counted => ({
  query: context.statistics(HouseholdUnitEntity, "placement").where("placement.unitId = :unitId", { unitId }),
});
