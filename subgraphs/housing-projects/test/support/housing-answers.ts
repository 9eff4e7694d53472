import type { FundingSource } from "@an-sinh/housing-projects/housing-support/housing-support.enums";
import type { DepartmentClient } from "../../../../test/support/department-graph.js";
import { asked } from "./generated-supports.js";

export interface Sums {
  readonly amount: number | null;
  readonly amountDuringYear: number | null;
}

interface Supports extends Sums {
  readonly houses: number | null;
  readonly housesDuringYear: number | null;
  readonly sources: readonly (Sums & { readonly source: FundingSource })[] | null;
}

export const none: Supports = { houses: 0, amount: 0, housesDuringYear: 0, amountDuringYear: 0, sources: [] };

/** The supports of a unit by year. */
export type Answer = (year: number) => Supports;

const selection = asked
  .map(
    (year) => `of${year}: housing(year: ${year}) { supports { houses amount housesDuringYear amountDuringYear
      sources { source amount amountDuringYear } } }`,
  )
  .join(" ");

export async function ask(
  client: DepartmentClient,
  asking: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const found = await client.expectEntities<Record<string, { supports: readonly Supports[] }>>(
    "AdministrativeUnit",
    asking.map((id) => ({ id })),
    selection,
  );
  return new Map(asking.map((id, index) => [id, (year) => found[index]?.[`of${year}`]?.supports[0] ?? none]));
}
