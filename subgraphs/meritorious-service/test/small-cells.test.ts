import { createRandom } from "@an-sinh/sample/population/random";
import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentClient, DepartmentGraph } from "../../../test/support/department-graph.js";
import { numbersThatFollow, type ToldNumber } from "../../../test/support/follows.js";
import {
  fewOrMany,
  generateProvinces,
  unitsOf,
  type GeneratedProvince,
} from "../../../test/support/generated-provinces.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const provinces = generateProvinces(25);
const units = unitsOf(provinces);
const unitIds = Object.keys(units);
const categories = ["HEROIC_MOTHER", "WAR_INVALID", "RELATIVE"];
const channels = ["BANK_ACCOUNT", "CASH"] as const;

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

type Count = number | null;

interface Statistics {
  readonly beneficiaries: Count;
  readonly paid: Count;
  readonly paidCashlessPercent: Count;
  readonly categories: readonly {
    readonly category: { readonly code: string };
    readonly beneficiaries: Count;
    readonly recognized: Count;
    readonly paid: Count;
  }[];
  readonly payments: readonly {
    readonly channel: string;
    readonly payments: Count;
    readonly amount: Count;
    readonly sharePercent: Count;
  }[];
  readonly careBenefits: readonly { readonly kind: string; readonly benefits: Count }[];
  readonly healthInsurance: { readonly cards: Count };
  readonly housingGrants: readonly { readonly grants: Count; readonly amount: Count }[];
}

const selection = `meritorious(year: 2024) { beneficiaries paid paidCashlessPercent
  categories { category { code } beneficiaries recognized paid } payments { channel payments amount sharePercent }
  careBenefits { kind benefits } healthInsurance { cards } housingGrants { grants amount } }`;

type Answers = ReadonlyMap<string, Statistics>;

async function ask(client: DepartmentClient, asking: readonly string[]): Promise<Answers> {
  const known = asking.map((id) => ({ id }));
  const found = await client.expectEntities<{ meritorious: Statistics }>(
    "AdministrativeUnit",
    known,
    selection,
  );
  return new Map(found.map(({ meritorious }, index) => [asking[index] ?? "", meritorious]));
}

let graph: DepartmentGraph;
let all: Answers;
let shown: Answers;
beforeAll(async () => {
  graph = await startMeritoriousGraph({ territory: units, records, payments, benefits, cards, grants });
  all = await ask(graph, unitIds);
  shown = await ask(graph.as(anonymous), unitIds);
});
afterAll(() => graph.close());

const ofUnit = (answers: Answers, unitId: string): Statistics => {
  const found = answers.get(unitId);
  if (!found) throw new Error(`Expected an answer for ${unitId}.`);
  return found;
};

const ofCategory = (answers: Answers, unitId: string, code: string) =>
  ofUnit(answers, unitId).categories.find(({ category }) => category.code === code);

/** Counts of records, benefits, cards and grants, and how many records have ended where that is told. */
const countsOf = ({ beneficiaries, categories: parts, careBenefits, ...statistics }: Statistics): Count[] => [
  beneficiaries,
  ...parts.flatMap((part) => [part.beneficiaries, part.recognized, endedOf(part)]),
  ...careBenefits.map(({ benefits: count }) => count),
  statistics.healthInsurance.cards,
  ...statistics.housingGrants.map((part) => part.grants),
];

const endedOf = ({
  recognized,
  beneficiaries,
}: {
  readonly recognized: Count;
  readonly beneficiaries: Count;
}) => (recognized === null || beneficiaries === null ? null : recognized - beneficiaries);

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const isFew = (count: Count): boolean => count !== null && count > 0 && count < 5;

/** Records, as sums of those in force and of those that have ended, by locality and category. */
function recordsOf({ localityIds, units: ofProvince }: GeneratedProvince): ToldNumber[] {
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) => {
    const of = (codes: readonly string[], states: readonly boolean[]) =>
      localityIds.flatMap((id) =>
        categories.flatMap((code) =>
          [true, false].map((isInForce) =>
            Number(inUnit.includes(id) && codes.includes(code) && states.includes(isInForce)),
          ),
        ),
      );
    const parts = categories.flatMap((code) => {
      const found = ofCategory(shown, unitId, code);
      const right = ofCategory(all, unitId, code);
      const name = `${unitId} ${code}`;
      const ended = { name: `${name} ended`, value: null, of: of([code], [false]) };
      return [
        { name, value: found?.beneficiaries ?? null, of: of([code], [true]) },
        { name: `${name} recognized`, value: found?.recognized ?? null, of: of([code], [true, false]) },
        ...(right && isFew(endedOf(right)) ? [ended] : []),
      ];
    });
    return [
      { name: unitId, value: ofUnit(shown, unitId).beneficiaries, of: of(categories, [true]) },
      ...parts,
    ];
  });
}

/** Dong, as sums of what was paid by locality, category and channel. */
function paymentsOf({ localityIds, units: ofProvince }: GeneratedProvince): ToldNumber[] {
  return Object.entries(ofProvince).flatMap(([unitId, inUnit]) => {
    const { paid, payments: byChannel } = ofUnit(shown, unitId);
    const of = (codes: readonly string[], through: readonly string[]) =>
      localityIds.flatMap((id) =>
        categories.flatMap((code) =>
          channels.map((channel) =>
            Number(inUnit.includes(id) && codes.includes(code) && through.includes(channel)),
          ),
        ),
      );
    return [
      { name: unitId, value: paid, of: of(categories, channels) },
      ...categories.map((code) => ({
        name: `${unitId} ${code}`,
        value: ofCategory(shown, unitId, code)?.paid ?? null,
        of: of([code], channels),
      })),
      ...byChannel.map(({ channel, amount }) => ({
        name: `${unitId} ${channel}`,
        value: amount,
        of: of(categories, [channel]),
      })),
    ];
  });
}

describe("asked by nobody who signed in", () => {
  test("some counts are withheld, some are shown, and none from 1 to 4", () => {
    const counts = unitIds.flatMap((unitId) => countsOf(ofUnit(shown, unitId)));
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(100);
    expect(counts.filter((count) => count !== null && count >= 5).length).toBeGreaterThan(100);
    expect(counts.filter(isFew)).toEqual([]);
    expect(unitIds.flatMap((unitId) => countsOf(ofUnit(all, unitId))).some(isFew)).toBe(true);
  });

  test("payments that may be those of fewer than 5 records are withheld", () => {
    const counts = unitIds.flatMap((unitId) =>
      ofUnit(shown, unitId).payments.map(({ payments: count }) => count),
    );
    expect(counts.filter((count) => count !== null && count > 0).length).toBeGreaterThan(20);
    expect(counts.filter((count) => count !== null && count > 0 && count <= 48)).toEqual([]);
  });

  test("payments that are withheld are not those of fewer than 5 records together", () => {
    // Each payment is of 1 dong.
    const rests = unitIds.flatMap((unitId) => {
      const { paid, categories: parts } = ofUnit(shown, unitId);
      const communes = unitIds.filter((id) => id.startsWith(unitId.replace(" province", " commune")));
      const ofCommunes = communes.map((id) => ofUnit(shown, id).paid ?? 0);
      const ofCategories = parts.map((part) => part.paid ?? 0);
      if (paid === null) return [];
      return [paid - sumOf(ofCategories), ...(communes.length > 1 ? [paid - sumOf(ofCommunes)] : [])];
    });
    expect(rests.filter((rest) => rest > 48).length).toBeGreaterThan(20);
    expect(rests.filter((rest) => rest > 0 && rest <= 48)).toEqual([]);
  });

  test("no records that are withheld follow from those that are shown, nor how few have ended", () => {
    expect(provinces.flatMap((province) => numbersThatFollow(recordsOf(province)))).toEqual([]);
  });

  test("no payments that are withheld follow from those that are shown", () => {
    expect(provinces.flatMap((province) => numbersThatFollow(paymentsOf(province)))).toEqual([]);
  });

  test("a share is withheld with the payments that it is made of", () => {
    for (const unitId of unitIds) {
      const { paid, paidCashlessPercent, payments: byChannel } = ofUnit(shown, unitId);
      for (const { amount, sharePercent } of byChannel)
        expect(sharePercent === null).toBe(amount === null || paid === null);
      expect(paidCashlessPercent).toBe(byChannel[0]?.sharePercent);
    }
  });

  test("records and what was paid for them are withheld together, and with them those recognized", () => {
    const answers = [...shown.values()];
    const parts = answers.flatMap(({ categories: ofAnswer }) => ofAnswer);
    const differing = [...answers, ...parts].filter(
      ({ beneficiaries, paid }) => (beneficiaries === null) !== (paid === null),
    );
    expect(differing).toEqual([]);
    const withheld = parts.filter(({ beneficiaries }) => beneficiaries === null);
    expect(withheld.filter(({ recognized }) => recognized !== null)).toEqual([]);
  });
});

test("an official sees all of the own unit, and of others what everyone sees", async () => {
  const [own = ""] = unitIds.filter((unitId) => ofUnit(shown, unitId).beneficiaries === null);
  const isIn = (unitId: string) => (units[unitId] ?? []).every((id) => units[own]?.includes(id));
  const seen = await ask(graph.as(callerOf("meritorious-officer", own)), unitIds);
  const expected = new Map(unitIds.map((unitId) => [unitId, ofUnit(isIn(unitId) ? all : shown, unitId)]));
  expect(seen).toEqual(expected);
  const withoutScope = await ask(graph.as(callerOf("credit-officer", own)), [own]);
  expect(withoutScope.get(own)).toEqual(shown.get(own));
});
