import { storedOperations } from "../../../support/operations.js";
import { ask } from "./ask.js";
import { provinceStatistics } from "./province-statistics.js";

export interface GrowthOperation {
  /** Statistics are read from totals; counts depend on what is asked for and are made anew. */
  readonly kind: "statistics" | "count" | "stored" | "list";
  readonly name: string;
  readonly document: string;
}

const pageSize = 100;
const pagesDeep = 20;

/**
 * What is measured at each scale: the stored operations that are named, and all others. `url` is the graph at that scale:
 * cursors are its own.
 */
export async function growthOperations(url: string, names: readonly string[]): Promise<GrowthOperation[]> {
  const page = (after: string | null) =>
    householdsPage(`first: ${pageSize}, after: ${JSON.stringify(after)}`);
  let after: string | null = null;
  for (let turned = 0; turned < pagesDeep; turned += 1) after = await endCursor(url, page(after));
  const lists = {
    "one household by id": '{ household(id: "h0048632") { code members { fullName } } }',
    "first page of a province's households": page(null),
    [`page ${pagesDeep + 1} of a province's households`]: page(after),
    "number of a province's households": householdsCount(""),
    "number of a province's poor households": householdsCount(", class: [POOR]"),
  };
  const stored = storedOperations().filter(({ name }) => names.includes(name));
  return [
    ...provinceStatistics(),
    ...stored.map((operation) => ({ kind: "stored" as const, ...operation })),
    ...Object.entries(lists).map(([name, document]) => ({ kind: "list" as const, name, document })),
  ];
}

const householdsPage = (args: string) => `{
  households(${args}, filter: { administrativeUnit: "24@2025-07-01" }) {
    pageInfo { endCursor }
    edges { node { code head { fullName } } }
  }
}`;

const householdsCount = (condition: string) =>
  `{ households(first: 1, filter: { administrativeUnit: "24@2025-07-01"${condition} }) { totalCount } }`;

async function endCursor(url: string, query: string): Promise<string> {
  const data = await ask<{ households: { pageInfo: { endCursor: string } } }>(url, query);
  return data.households.pageInfo.endCursor;
}
