import { createRandom } from "@an-sinh/sample/population/random";
import type { DepartmentGraph } from "../../../../test/support/department-graph.js";
import { fewOrMany, generateProvinces, unitsOf } from "../../../../test/support/generated-provinces.js";
import { startMeritoriousGraph } from "./meritorious-graph.js";

export const provinces = generateProvinces(25);
export const units = unitsOf(provinces);
export const unitIds = Object.keys(units);
export const categories = ["HEROIC_MOTHER", "WAR_INVALID", "RELATIVE"];
export const channels = ["BANK_ACCOUNT", "CASH"] as const;

const random = createRandom(5, "records");
const times = <Row>(count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const groups = provinces.flatMap(({ localityIds }) =>
  localityIds.flatMap((localityId) => categories.map((categoryId) => ({ localityId, categoryId }))),
);
const records = groups.flatMap((group) => [
  ...times(fewOrMany(random), group),
  ...times(fewOrMany(random), { ...group, endedOn: "2020-01-01" }),
]);
const payments = groups.flatMap((group) =>
  channels.flatMap((channel) => times(12 * fewOrMany(random), { ...group, channel, amount: 1 })),
);
const benefits = groups.flatMap((group) => times(fewOrMany(random), { ...group, kind: "GIFT_TET" as const }));
const cards = groups.flatMap((group) => times(fewOrMany(random), group));
const grants = groups.flatMap((group) => times(fewOrMany(random), { ...group, grantedOn: "2024-06-01" }));

export const startWithRecords = (): Promise<DepartmentGraph> =>
  startMeritoriousGraph({ territory: units, records, payments, benefits, cards, grants });
