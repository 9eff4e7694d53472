import type { RequestContext } from "@an-sinh/subgraph-kit/context";
import type { RowQuery } from "@an-sinh/subgraph-kit/rows/row-query";
import { HouseholdClassificationEntity } from "../household-classification/household-classification.entity.js";
import { keepInPart, type RegisterPart } from "./register-part.js";

const few = 500;

/**
 * The ids of the households of a part of the register that have classifications which `narrow` keeps. Null: they are many.
 *
 * A page of many households is soon full when the households of the part are read in the order of their codes. A page
 * of few would need all of them read, so the few are found first, by their classes.
 */
export async function findIfFew(
  context: RequestContext,
  part: RegisterPart,
  narrow: (classifications: RowQuery<HouseholdClassificationEntity>) => void,
): Promise<string[] | null> {
  const query = context
    .read(HouseholdClassificationEntity, "classification")
    .select("classification.householdId", "id")
    .limit(few + 1);
  keepInPart(query, "classification", part);
  narrow(query);
  const rows = await context.aside(query).getRawMany<{ id: string }>();
  return rows.length > few ? null : rows.map(({ id }) => id);
}
