import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { numbersThatFollow } from "../../../test/support/follows.js";
import { provinces, startWithRecords, unitIds, units } from "./support/generated-records.js";
import { ask, countsOf, isFew, ofUnit, type Answers } from "./support/meritorious-answers.js";
import { paymentsOf, recordsOf } from "./support/meritorious-sums.js";

let graph: DepartmentGraph;
let all: Answers;
let shown: Answers;
beforeAll(async () => {
  graph = await startWithRecords();
  all = await ask(graph, unitIds);
  shown = await ask(graph.as(anonymous), unitIds);
});
afterAll(() => graph.close());

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

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
    expect(provinces.flatMap((province) => numbersThatFollow(recordsOf(province, shown, all)))).toEqual([]);
  });

  test("no payments that are withheld follow from those that are shown", () => {
    expect(provinces.flatMap((province) => numbersThatFollow(paymentsOf(province, shown)))).toEqual([]);
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
