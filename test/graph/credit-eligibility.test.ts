import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Eligibility {
  readonly program: { code: string };
  readonly eligible: boolean;
  readonly outstanding: number;
  readonly maximumPrincipal: number | null;
  readonly lapsesOn: string | null;
  readonly reasons: readonly { rule: string; met: boolean | null; explanation: string; legalBasis: string }[];
}

interface Household {
  readonly id: string;
  readonly isUrban: boolean;
  readonly newlyEscapedCreditLapsesOn: string | null;
  readonly classification: { class: string; since: string } | null;
  readonly loans: readonly { program: { code: string }; outstanding: number; overdue: number }[];
  readonly creditEligibility: readonly Eligibility[];
}

const fields = `id isUrban newlyEscapedCreditLapsesOn(on: $on) classification(on: $on) { class since }
  loans { program { code } outstanding overdue }
  creditEligibility(on: $on) { program { code } eligible outstanding maximumPrincipal lapsesOn
    reasons { rule met explanation legalBasis } }`;

async function listed(filter: Record<string, unknown>, on = "2025-12-31", first = 100): Promise<Household[]> {
  const data = await graph.expectData(
    `query ($on: Date, $first: Int, $filter: HouseholdFilter) {
      households(first: $first, filter: $filter) { edges { node { ${fields} } } } }`,
    { on, first, filter: { on, ...filter } },
  );
  return (data["households"] as { edges: { node: Household }[] }).edges.map(({ node }) => node);
}

async function household(id: string, on: string): Promise<Household> {
  const data = await graph.expectData(`query ($id: ID!, $on: Date) { household(id: $id) { ${fields} } }`, {
    id,
    on,
  });
  return data["household"] as Household;
}

function under(code: string, { creditEligibility }: Household): Eligibility {
  const found = creditEligibility.find(({ program }) => program.code === code);
  if (found) return found;
  throw new Error(`Expected a verdict under ${code}.`);
}

const ruled = (rule: string, { reasons }: Eligibility) => reasons.find((reason) => reason.rule === rule);
const shifted = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const bacNinh = "24@2025-07-01";
const phuTho = "25@2025-07-01";

describe.each([
  ["POOR", "POOR_HOUSEHOLDS"],
  ["NEAR_POOR", "NEAR_POOR_HOUSEHOLDS"],
  ["NEWLY_ESCAPED", "NEWLY_ESCAPED_HOUSEHOLDS"],
])("a household that is %s", (householdClass, program) => {
  test(`may borrow under ${program} alone of the programs for a class, unless it is overdue or at the maximum`, async () => {
    const households = await listed({ administrativeUnit: phuTho, class: [householdClass] });
    expect(households.length).toBeGreaterThan(50);
    for (const one of households) {
      const verdicts = one.creditEligibility.filter(({ program: { code } }) => code.endsWith("_HOUSEHOLDS"));
      const isOverdue = one.loans.some(({ overdue }) => overdue > 0);
      for (const {
        program: { code },
        eligible,
        outstanding,
      } of verdicts) {
        expect(eligible).toBe(code === program && !isOverdue && outstanding < 100_000_000);
      }
    }
  });
});

test("every program of the policy bank is judged, by rules that each name their legal basis", async () => {
  const [first] = await listed({ administrativeUnit: bacNinh, class: ["POOR"] }, "2025-12-31", 1);
  const codes = first?.creditEligibility.map(({ program }) => program.code);
  expect(codes).toEqual([
    "POOR_HOUSEHOLDS",
    "NEAR_POOR_HOUSEHOLDS",
    "NEWLY_ESCAPED_HOUSEHOLDS",
    "DISADVANTAGED_STUDENTS",
    "CLEAN_WATER_AND_SANITATION",
    "JOB_CREATION",
    "SOCIAL_HOUSING_PURCHASE",
  ]);
  const reasons = first?.creditEligibility.flatMap((verdict) => verdict.reasons) ?? [];
  expect(reasons.every(({ legalBasis, explanation }) => legalBasis !== "" && explanation !== "")).toBe(true);
  const poor = first?.creditEligibility.find(({ program }) => program.code === "POOR_HOUSEHOLDS");
  expect(poor?.reasons[1]).toMatchObject({
    rule: "HOUSEHOLD_CLASS",
    met: true,
    explanation: expect.stringMatching(/^POOR since \d{4}-\d{2}-\d{2}; the program lends to POOR\.$/),
    legalBasis: "Decree 78/2002/ND-CP",
  });
});

test("what is owed under a program is taken off its maximum", async () => {
  const households = await listed({ administrativeUnit: phuTho, class: ["POOR"] });
  const owing = households.filter((one) => under("POOR_HOUSEHOLDS", one).outstanding > 0);
  expect(owing.length).toBeGreaterThan(0);
  for (const one of owing) {
    const { outstanding, eligible, maximumPrincipal } = under("POOR_HOUSEHOLDS", one);
    const owed = one.loans.filter(({ program }) => program.code === "POOR_HOUSEHOLDS");
    expect(outstanding).toBe(owed.reduce((sum, loan) => sum + loan.outstanding, 0));
    expect(maximumPrincipal).toBe(eligible ? 100_000_000 - outstanding : 0);
  }
});

test("whoever is overdue may not borrow more under the programs that say so", async () => {
  const data = await graph.expectData(
    "{ loans(first: 1, filter: { status: OVERDUE }) { edges { node { household { id } } } } }",
  );
  const { edges } = data["loans"] as { edges: { node: { household: { id: string } } }[] };
  const overdue = await household(edges[0]?.node.household.id ?? "", "2025-12-31");
  const verdicts = overdue.creditEligibility.filter((verdict) => ruled("NO_OVERDUE_DEBT", verdict));
  expect(verdicts).toHaveLength(4);
  expect(verdicts.map(({ eligible, maximumPrincipal }) => [eligible, maximumPrincipal])).toEqual(
    verdicts.map(() => [false, 0]),
  );
  expect(verdicts.every((verdict) => ruled("NO_OVERDUE_DEBT", verdict)?.met === false)).toBe(true);
});

describe("a household that newly escaped poverty", () => {
  test("may borrow as such for 36 months: on the last day still, on the day after no longer", async () => {
    const escaped = await listed({ administrativeUnit: bacNinh, class: ["NEWLY_ESCAPED"] }, "2025-12-31", 5);
    for (const { id, classification, newlyEscapedCreditLapsesOn: lastDay } of escaped) {
      const [year, ...rest] = (classification?.since ?? "").split("-");
      expect(lastDay).toBe(shifted([Number(year) + 3, ...rest].join("-"), -1));
      const before = under("NEWLY_ESCAPED_HOUSEHOLDS", await household(id, lastDay ?? ""));
      const after = under("NEWLY_ESCAPED_HOUSEHOLDS", await household(id, shifted(lastDay ?? "", 1)));
      expect([before, after].map((one) => ruled("MONTHS_SINCE_ESCAPE", one)?.met)).toEqual([true, false]);
      expect(before.lapsesOn).toBe(lastDay);
      expect(after).toMatchObject({ eligible: false, lapsesOn: lastDay });
    }
    expect(escaped).toHaveLength(5);
  });

  test("had no such eligibility on the day before the decision", async () => {
    const [first] = await listed({ administrativeUnit: bacNinh, class: ["NEWLY_ESCAPED"] }, "2025-12-31", 1);
    const before = await household(first?.id ?? "", shifted(first?.classification?.since ?? "", -1));
    expect(before.newlyEscapedCreditLapsesOn).toBeNull();
    expect(under("NEWLY_ESCAPED_HOUSEHOLDS", before)).toMatchObject({ eligible: false, lapsesOn: null });
  });
});

test("clean water is lent for in the countryside only", async () => {
  const units = ["01@0", "240@0"].map((administrativeUnit) => listed({ administrativeUnit }));
  const verdicts = (await Promise.all(units)).flat().map((one) => ({
    isUrban: one.isUrban,
    met: ruled("RURAL_RESIDENCE", under("CLEAN_WATER_AND_SANITATION", one))?.met,
  }));
  expect(new Set(verdicts.map(({ isUrban }) => isUrban)).size).toBe(2);
  expect(verdicts.every(({ isUrban, met }) => met === !isUrban)).toBe(true);
});

test.each([
  [
    "CLEAN_WATER_AND_SANITATION",
    "2024-09-01",
    "Decision 18/2014/QD-TTg (the amount of a work is a sample value)",
    20_000_000,
  ],
  ["CLEAN_WATER_AND_SANITATION", "2024-09-02", "Decision 10/2024/QD-TTg", 50_000_000],
  ["JOB_CREATION", "2025-12-31", "Decree 74/2019/ND-CP", 100_000_000],
  ["JOB_CREATION", "2026-01-01", "Decree 338/2025/ND-CP", 200_000_000],
  ["SOCIAL_HOUSING_PURCHASE", "2024-07-31", "Decree 100/2024/ND-CP", 0],
  ["SOCIAL_HOUSING_PURCHASE", "2024-08-01", "Decree 100/2024/ND-CP", null],
  ["SOCIAL_HOUSING_PURCHASE", "2025-10-10", "Decree 261/2025/ND-CP", null],
])("%s on %s: it lends by %s, at most %j dong", async (code, on, legalBasis, maximum) => {
  const households = await listed({ administrativeUnit: "240@0" }, on, 50);
  const one = households.find(({ isUrban, loans }) => !isUrban && loans.length === 0);
  const verdict = one && under(code, one);
  expect(verdict && ruled("PROGRAM_LENDS", verdict)).toMatchObject({ met: maximum !== 0, legalBasis });
  expect(verdict).toMatchObject({ eligible: maximum !== 0, maximumPrincipal: maximum });
});

test("what no register holds is left to the lender: neither met nor unmet", async () => {
  const [first] = await listed({ administrativeUnit: bacNinh }, "2025-12-31", 1);
  const verdict = first && under("SOCIAL_HOUSING_PURCHASE", first);
  expect(verdict).toMatchObject({ eligible: true, maximumPrincipal: null });
  expect(verdict && ruled("PROOF_TO_LENDER", verdict)).toMatchObject({
    met: null,
    legalBasis: "Decree 261/2025/ND-CP",
  });
});

test("debts of a past day are those of that day", async () => {
  const data = await graph.expectData(
    `{ loans(first: 1, filter: { program: "POOR_HOUSEHOLDS", status: REPAID }) { edges { node {
      household { id } principal disbursedOn } } } }`,
  );
  const { edges } = data["loans"] as {
    edges: { node: { household: { id: string }; principal: number; disbursedOn: string } }[];
  };
  const { household: borrower, principal, disbursedOn = "" } = edges[0]?.node ?? {};
  const owed = async (on: string) =>
    under("POOR_HOUSEHOLDS", await household(borrower?.id ?? "", on)).outstanding;
  expect(await owed(shifted(disbursedOn, -1))).toBe(0);
  expect(await owed(disbursedOn)).toBe(principal);
  expect(await owed("2025-12-31")).toBe(0);
});

test("eligibility takes as many statements for 20 households as for 100", async () => {
  const counts = [];
  for (const first of [20, 100]) {
    graph.takeStatements();
    await listed({ administrativeUnit: phuTho }, "2025-12-31", first);
    counts.push(graph.takeStatements());
  }
  expect(counts[0]).toEqual(counts[1]);
});
