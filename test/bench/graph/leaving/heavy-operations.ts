/** An operation that takes long, and so is likely to be given up. It costs little less than an operation may. */
interface HeavyOperation {
  readonly name: string;
  readonly query: string;
}

const each = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(" ");

const figures = (field: string, selection: string) =>
  each(4, (index) => `${field}${index}: ${field}(year: 2025) { ${selection} }`);

const statistics = `query {
  administrativeUnits(first: 32, filter: { level: PROVINCE, on: "2025-12-31" }) { edges { node {
    ${figures("credit", "outstanding programs { outstanding program { name } }")}
    ${figures("poverty", "poor nearPoor povertyRatePercent ethnicMinorities { poor }")}
    ${figures("housing", "__typename")}
    ${figures("meritorious", "__typename")}
    children(first: 3) { edges { node { ${figures("poverty", "poor nearPoor")} ${figures("credit", "outstanding")} } } }
  } } }
}`;

const reclassifications = `query {
  administrativeUnits(first: 6, filter: { level: PROVINCE, on: "2026-01-01" }) { edges { node {
    ${each(3, (index) => `r${index}: reclassification(standard: "central-2027", on: "2026-0${index + 1}-01") { changing }`)}
  } } }
}`;

const deepLists = `query {
  households(first: 100) { edges { node {
    members { fullName loans { principal household { code } } }
    reviews(first: 10) { totalCount edges { node { id } } }
  } } }
}`;

const entities = `query {
  households(first: 100, filter: { administrativeUnit: "24@2025-07-01" }) { edges { node {
    creditEligibility { eligible reasons { __typename } program { name } }
    supportOverlaps { verdict } socialHousingEligibility { __typename } isMeritoriousFamily
    housingSupports { amount } housingGrants { amount } loans { principal program { name } }
    members { fullName meritoriousRecords { decisionNumber } }
  } } }
}`;

export const heavyOperations: readonly HeavyOperation[] = [
  { name: "statistics", query: statistics },
  { name: "reclassifications", query: reclassifications },
  { name: "deep lists", query: deepLists },
  { name: "entities", query: entities },
];
