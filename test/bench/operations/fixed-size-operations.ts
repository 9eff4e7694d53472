import type { StoredOperation } from "../../support/operations.js";
import { ask } from "./ask.js";

const pageSize = 100;
const pagesDeep = 50;
/** Poor and near-poor households of the unit whose statistics are measured: the same at every scale, or nearly. */
const unitSize = 1_200;

/** What must not grow with the register: lookups, the first and a deep page of a list, statistics of a unit of one size. */
export async function fixedSizeOperations(url: string): Promise<StoredOperation[]> {
  let after: string | null = null;
  for (let turned = 0; turned < pagesDeep; turned += 1) after = await endCursor(url, page(after));
  const unit = await unitOfSize(url);
  return [
    { name: "one household by id", document: '{ household(id: "h0048632") { code members { fullName } } }' },
    { name: "first page of a province's households", document: page(null) },
    { name: `page ${pagesDeep + 1} of a province's households`, document: page(after) },
    { name: `statistics of a unit of about ${unitSize} poor and near-poor`, document: statistics(unit) },
  ];
}

const page = (after: string | null) => `{
  households(first: ${pageSize}, after: ${JSON.stringify(after)}, filter: { administrativeUnit: "24@2025-07-01" }) {
    pageInfo { endCursor }
    edges { node { code head { fullName } } }
  }
}`;

const statistics = ({ code, day }: Unit) => `{
  administrativeUnit(code: "${code}", on: "${day}") {
    poverty(year: 2024, boundary: CURRENT) { poor nearPoor escapedDuringYear fellIntoPovertyDuringYear }
    housing(year: 2024) { completedApartments supports { houses amount } }
    credit(year: 2024) { outstanding borrowingHouseholds }
    meritorious(year: 2024) { beneficiaries paid }
  }
}`;

async function endCursor(url: string, query: string): Promise<string> {
  const data = await ask<{ households: { pageInfo: { endCursor: string } } }>(url, query);
  return data.households.pageInfo.endCursor;
}

interface Unit {
  readonly code: string;
  readonly day: string;
}

interface Counted {
  readonly code: string;
  readonly poverty: { readonly poor: number; readonly nearPoor: number };
}

interface District extends Counted {
  readonly successors: readonly Counted[];
}

/** In the former Bac Giang: at scale 1 a district has this many, at scale 20 a commune of today. */
async function unitOfSize(url: string): Promise<Unit> {
  const counted = "code poverty(year: 2024, boundary: CURRENT) { poor nearPoor }";
  const { administrativeUnits } = await ask<{ administrativeUnits: { edges: { node: District }[] } }>(
    url,
    `{ administrativeUnits(first: 100, filter: { parent: "24@0" }) {
      edges { node { ${counted} successors { ${counted} } } }
    } }`,
  );
  const candidates = administrativeUnits.edges.flatMap(({ node }) => [
    { unit: node, day: "2024-12-31" },
    ...node.successors.map((unit) => ({ unit, day: "2025-12-31" })),
  ]);
  const distance = ({ unit }: (typeof candidates)[number]) =>
    Math.abs(unit.poverty.poor + unit.poverty.nearPoor - unitSize);
  const [nearest] = candidates.toSorted((a, b) => distance(a) - distance(b));
  if (!nearest) throw new Error("Expected units with poor households.");
  return { code: nearest.unit.code, day: nearest.day };
}
