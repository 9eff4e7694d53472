import type { StoredOperation } from "../support/operations.js";

const pageSize = 100;
const pagesDeep = 50;

const page = (after: string | null) => `{
  households(first: ${pageSize}, after: ${JSON.stringify(after)}, filter: { administrativeUnit: "24@2025-07-01" }) {
    pageInfo { endCursor }
    edges { node { code head { fullName } } }
  }
}`;

/** Lookups, statistics of one unit, and the first and a deep page of a list: what must not grow with the register. */
export async function pagingOperations(url: string): Promise<StoredOperation[]> {
  let after: string | null = null;
  for (let turned = 0; turned < pagesDeep; turned += 1) after = await endCursor(url, page(after));
  return [
    { name: "first page of a province's households", document: page(null) },
    { name: `page ${pagesDeep + 1} of a province's households`, document: page(after) },
    { name: "one household by id", document: '{ household(id: "h0032254") { code members { fullName } } }' },
  ];
}

async function endCursor(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { households: { pageInfo: { endCursor: string } } } };
  return data.households.pageInfo.endCursor;
}
