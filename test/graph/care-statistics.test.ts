import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";
import { sum } from "../support/sum.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Statistics {
  readonly paid: number;
  readonly paidCashlessPercent: number;
  readonly careBenefits: readonly { kind: string; benefits: number; amount: number }[];
  readonly healthInsurance: { cards: number; premiums: number };
  readonly payments: readonly { channel: string; payments: number; amount: number; sharePercent: number }[];
}

async function statistics(code: string, on: string, year: number): Promise<Statistics> {
  const data = await graph.expectData(
    `query ($code: String!, $on: Date, $year: Int!) { administrativeUnit(code: $code, on: $on) {
      meritorious(year: $year) { paid paidCashlessPercent careBenefits { kind benefits amount }
        healthInsurance { cards premiums } payments { channel payments amount sharePercent } } } }`,
    { code, on, year },
  );
  return (data["administrativeUnit"] as { meritorious: Statistics }).meritorious;
}

describe("statistics of care", () => {
  test("split what was paid by channel, and the shares make a whole", async () => {
    const { paid, paidCashlessPercent, payments } = await statistics("24", "2025-12-31", 2025);
    expect(payments.map(({ channel }) => channel)).toEqual(["BANK_ACCOUNT", "CASH"]);
    expect(sum(payments.map(({ amount }) => amount))).toBe(paid);
    expect(payments[0]?.sharePercent).toBe(paidCashlessPercent);
    expect(sum(payments.map(({ sharePercent }) => sharePercent))).toBeCloseTo(100, 2);
    expect(Math.min(...payments.map((channel) => channel.payments))).toBeGreaterThan(0);
  });

  test("of a merged province are those of its predecessors", async () => {
    const merged = await statistics("25", "2025-12-31", 2024);
    const former = await Promise.all(["17", "25", "26"].map((code) => statistics(code, "2024-12-31", 2024)));
    for (const { kind, benefits, amount } of merged.careBenefits) {
      const parts = former.map(({ careBenefits }) => careBenefits.find((part) => part.kind === kind));
      expect(sum(parts.map((part) => part?.benefits ?? 0))).toBe(benefits);
      expect(sum(parts.map((part) => part?.amount ?? 0))).toBe(amount);
    }
    expect(merged.healthInsurance.cards).toBeGreaterThan(0);
    expect(sum(former.map(({ healthInsurance }) => healthInsurance.cards))).toBe(
      merged.healthInsurance.cards,
    );
  });

  test("price a gift at one of two norms and an insurance card at the premium of the months it covers", async () => {
    const { careBenefits, healthInsurance } = await statistics("24", "2025-12-31", 2025);
    const gift = careBenefits.find(({ kind }) => kind === "GIFT_TET");
    expect(gift?.benefits).toBeGreaterThan(1_000);
    const higher = ((gift?.amount ?? 0) - (gift?.benefits ?? 0) * 300_000) / 300_000;
    expect(Number.isInteger(higher) && higher > 0 && higher < (gift?.benefits ?? 0) / 4).toBe(true);
    expect(healthInsurance.premiums % 105_300).toBe(0);
    expect(healthInsurance.premiums / healthInsurance.cards).toBeGreaterThan(0.95 * 1_263_600);
    expect(healthInsurance.premiums / healthInsurance.cards).toBeLessThan(1_263_600);
  });

  test("of a year without data list every kind and channel with zeros", async () => {
    const { careBenefits, healthInsurance, payments } = await statistics("22", "2025-12-31", 1950);
    expect(careBenefits).toHaveLength(6);
    expect(sum(careBenefits.map(({ benefits, amount }) => benefits + amount))).toBe(0);
    expect(healthInsurance).toEqual({ cards: 0, premiums: 0 });
    expect(payments.map(({ amount, sharePercent }) => amount + sharePercent)).toEqual([0, 0]);
  });
});
