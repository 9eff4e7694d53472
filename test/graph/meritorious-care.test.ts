import { beforeAll, describe, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

const bacNinh = "24@2025-07-01";

describe("what care is worth follows the standard level and the base pay of the day", () => {
  test.each([
    ["2023-06-30", 1_461_600, 2_923_200],
    ["2023-07-01", 1_850_000, 3_699_000],
    ["2024-07-01", 2_510_000, 5_020_000],
  ])("on %s convalescence is %d dong at home and %d in a center", async (on, atHome, inCenter) => {
    const data = await graph.expectData(
      "query ($on: Date) { meritoriousCareNorms(on: $on) { kind coefficient amount legalBasis } }",
      { on },
    );
    const legalBasis = expect.stringContaining("Decree 75/2021/ND-CP");
    expect(data["meritoriousCareNorms"]).toEqual(
      expect.arrayContaining([
        { kind: "CONVALESCENCE_AT_HOME", coefficient: 0.9, amount: atHome, legalBasis },
        { kind: "CONVALESCENCE_IN_CENTER", coefficient: 1.8, amount: inCenter, legalBasis },
      ]),
    );
  });

  test.each([
    ["2023-06-30", 1_624_000, 1, null],
    ["2023-07-01", 2_055_000, 1_000, "Decree 55/2023/ND-CP"],
    ["2024-06-30", 2_055_000, 1_000, "Decree 55/2023/ND-CP"],
    ["2024-07-01", 2_789_000, 1_000, "Decree 55/2023/ND-CP"],
  ])("on %s it is %d dong, rounded to %d dong", async (on, monthlyAmount, roundedTo, roundedBy) => {
    const data = await graph.expectData(
      "query ($on: Date) { meritoriousStandardLevel(on: $on) { monthlyAmount roundedTo roundingLegalBasis } }",
      { on },
    );
    expect(data["meritoriousStandardLevel"]).toEqual({
      monthlyAmount,
      roundedTo,
      roundingLegalBasis: roundedBy && expect.stringContaining(roundedBy),
    });
  });

  test("a gift has one of two fixed amounts, and no norm is in force before the first", async () => {
    const { now, before } = await graph.expectData(
      `{ now: meritoriousCareNorms(on: "2025-07-27") { kind multipleOf coefficient amount legalBasis }
         before: meritoriousCareNorms(on: "2021-06-30") { kind } }`,
    );
    const gifts = (now as { kind: string; amount: number }[]).filter(({ kind }) => kind === "GIFT_TET");
    const gift = { multipleOf: null, coefficient: null, legalBasis: expect.stringContaining("sample value") };
    expect(gifts).toMatchObject([600_000, 600_000, 300_000].map((amount) => ({ ...gift, amount })));
    expect(before).toEqual([]);
  });

  test.each([
    ["2023-06-30", 1_490_000, 67_050, "Decree 38/2019/ND-CP"],
    ["2023-07-01", 1_800_000, 81_000, "Decree 24/2023/ND-CP"],
    ["2024-07-01", 2_340_000, 105_300, "Decree 73/2024/ND-CP"],
    ["2026-06-30", 2_340_000, 105_300, "Decree 73/2024/ND-CP"],
    ["2026-07-01", 2_530_000, 113_850, "Decree 161/2026/ND-CP"],
  ])("on %s base pay is %d dong, insurance %d a month", async (on, monthlyAmount, premium, legalBasis) => {
    const data = await graph.expectData(
      `query ($on: Date) { meritoriousCareNorms(on: $on) { kind multipleOf coefficient amount }
        meritoriousHealthInsurance(on: $on) { monthlyPremium basePay { monthlyAmount legalBasis } } }`,
      { on },
    );
    expect(data).toEqual({
      meritoriousCareNorms: expect.arrayContaining([
        { kind: "FUNERAL_BENEFIT", multipleOf: "BASE_PAY", coefficient: 10, amount: 10 * monthlyAmount },
      ]),
      meritoriousHealthInsurance: { monthlyPremium: premium, basePay: { monthlyAmount, legalBasis } },
    });
  });
});

test("what was given in a year is what could be drawn then", async () => {
  const data = await graph.expectData(
    `query ($unit: ID!) { meritoriousRecords(first: 100, filter: { administrativeUnit: $unit, status: IN_FORCE, categoryCode: "WAR_INVALID", recognizedTo: "2010-12-31" }) {
      edges { node { careBenefits(year: 2025) { kind year amount paidOn legalBasis }
        gifts: allowances(on: "2025-07-27") { kind oneOffAmount } } } } }`,
    { unit: bacNinh },
  );
  const { edges } = data["meritoriousRecords"] as {
    edges: {
      node: {
        careBenefits: { kind: string; year: number; amount: number }[];
        gifts: { kind: string; oneOffAmount: number | null }[];
      };
    }[];
  };
  expect(edges).toHaveLength(100);
  for (const { node } of edges) {
    expect(new Set(node.careBenefits.map(({ year }) => year))).toEqual(new Set([2025]));
    const given = node.careBenefits.filter(({ kind }) => kind === "GIFT_WAR_INVALIDS_DAY");
    const due = node.gifts.filter(({ kind }) => kind === "GIFT");
    expect(given.map(({ amount }) => amount)).toEqual(due.map(({ oneOffAmount }) => oneOffAmount));
  }
});

test("a record names the agency of the day: another one before the reorganization of 2025", async () => {
  const data = await graph.expectData(
    `query ($unit: ID!) { meritoriousRecords(first: 1, filter: { administrativeUnit: $unit, status: IN_FORCE, categoryCode: "HEROIC_MOTHER" }) {
      edges { node { responsibleAgency { englishName }
        before: allowances(on: "2025-02-28") { responsibleAgency { englishName legalBasis } }
        healthInsuranceCards { validTo responsibleAgency { englishName } } } } } }`,
    { unit: bacNinh },
  );
  const { edges } = data["meritoriousRecords"] as { edges: { node: Record<string, unknown> }[] };
  expect(edges[0]?.node).toMatchObject({
    responsibleAgency: { englishName: "Department of Home Affairs" },
    before: expect.arrayContaining([
      { responsibleAgency: expect.objectContaining({ englishName: expect.stringContaining("Invalids") }) },
    ]),
    healthInsuranceCards: [expect.objectContaining({ validTo: "2024-12-31" }), expect.anything()],
  });
});

test("refuses a year that nobody can mean", async () => {
  const { errors } = await graph.query(
    "{ meritoriousRecords(first: 1) { edges { node { careBenefits(year: 1944) { id } } } } }",
  );
  expect(errors?.[0]).toMatchObject({
    message: "year: expected a year from 1945 to 2100, but got: 1944.",
    extensions: { code: "BAD_USER_INPUT" },
  });
});

describe("a child of a war invalid or martyr", () => {
  test("is told from the parents in the household", async () => {
    const data = await graph.expectData(
      `query ($unit: ID!) { meritoriousRecords(first: 100, filter: { administrativeUnit: $unit, categoryCode: "WAR_INVALID", recognizedFrom: "2011-01-01" }) {
        edges { node { person { relationshipToHead household { members { relationshipToHead isChildOfWarInvalidOrMartyr } } } } } } }`,
      { unit: bacNinh },
    );
    const { edges } = data["meritoriousRecords"] as {
      edges: {
        node: {
          person: {
            household: { members: { relationshipToHead: string; isChildOfWarInvalidOrMartyr: boolean }[] };
          };
        };
      }[];
    };
    const members = edges.flatMap(({ node }) => node.person.household.members);
    const children = members.filter(({ relationshipToHead }) => relationshipToHead === "CHILD");
    expect(edges.length).toBeGreaterThan(30);
    expect(children.length).toBeGreaterThan(edges.length);
    expect(children.every((child) => child.isChildOfWarInvalidOrMartyr)).toBe(true);
    const parents = members.filter(({ relationshipToHead }) => relationshipToHead === "SPOUSE");
    expect(parents.some((parent) => parent.isChildOfWarInvalidOrMartyr)).toBe(false);
  });

  test("takes as many statements for 20 households as for 100", async () => {
    const query =
      "query ($first: Int!) { households(first: $first) { edges { node { members { isChildOfWarInvalidOrMartyr } } } } }";
    const counts = [];
    for (const first of [20, 100]) {
      graph.takeStatements();
      await graph.expectData(query, { first });
      counts.push(graph.takeStatements());
    }
    expect(counts[1]).toEqual(counts[0]);
  });
});

test("records and units with all their care take as many statements for 50 as for 100", async () => {
  const query = `query ($first: Int!, $unit: ID!) {
    meritoriousRecords(first: $first, filter: { administrativeUnit: $unit, status: IN_FORCE }) { edges { node {
      responsibleAgency { name } careBenefits { amount responsibleAgency { name } }
      healthInsuranceCards { premium responsibleAgency { name } } housingGrants { amount norm record { id } responsibleAgency { name } }
      payments(first: 1) { edges { node { standardLevel { legalBasis } responsibleAgency { name } } } } } } }
    administrativeUnits(first: $first, filter: { parent: $unit }) { edges { node { meritorious(year: 2025) {
      careBenefits { amount } healthInsurance { cards } housingGrants { amount } payments { amount } } } } } }`;
  const counts = [];
  for (const first of [50, 100]) {
    graph.takeStatements();
    await graph.expectData(query, { first, unit: bacNinh });
    counts.push(graph.takeStatements()["meritorious-service"]);
  }
  expect(counts[1]).toBe(counts[0]);
});
