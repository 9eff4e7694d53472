import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGraph, type GraphUnderTest } from "../support/graph.js";
import { storedOperation, storedOperations } from "../support/operations.js";

let graph: GraphUnderTest;
beforeAll(async () => {
  graph = await startGraph();
});
afterAll(() => graph.close());

async function run<Data>(name: string, variables?: Record<string, unknown>): Promise<Data> {
  return (await graph.expectData(storedOperation(name), variables)) as Data;
}

interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Node }[];
}

/** All households of a stored operation that pages through them. */
async function allHouseholds<Node>(name: string, variables: Record<string, unknown> = {}): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const data: { households: Page<Node> } = await run(name, { ...variables, after });
    nodes.push(...data.households.edges.map(({ node }) => node));
    after = data.households.pageInfo.hasNextPage ? data.households.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("every stored operation", () => {
  const api = buildSchema(readFileSync(new URL("../../schema/api.graphql", import.meta.url), "utf8"));

  test.each(storedOperations())("$name fits the API and says what it answers", ({ document }) => {
    expect(validate(api, parse(document))).toEqual([]);
    expect(document).toMatch(/^# \S+/);
  });

  test("takes as many statements for 10 households as for 100", async () => {
    for (const name of [
      "escaped-households-with-policy-loans",
      "meritorious-households-and-housing-support",
    ]) {
      const counts = [];
      for (const first of [10, 100]) {
        graph.takeStatements();
        await run(name, { first, unit: "24@2025-07-01" });
        counts.push(sum(Object.values(graph.takeStatements())));
      }
      expect(Math.abs((counts[1] ?? 0) - (counts[0] ?? 0)), name).toBeLessThanOrEqual(2);
    }
  });
});

describe("meritorious households of a commune and their housing support", () => {
  interface Household {
    readonly code: string;
    readonly classification: { readonly class: string };
    readonly meritoriousMembers: readonly {
      readonly category: { readonly code: string };
      readonly relativeOf: { readonly category: { readonly code: string } } | null;
    }[];
    readonly housingSupports: readonly { readonly decisionNumber: string | null }[];
    readonly housingGrants: readonly { readonly decisionNumber: string; readonly legalBasis: string }[];
  }

  test("are found both with a decision and still without", async () => {
    const households = await allHouseholds<Household>("meritorious-households-and-housing-support");
    const asked = households.filter(({ meritoriousMembers }) => meritoriousMembers.length > 0);
    const supported = asked.filter((one) => one.housingSupports.length + one.housingGrants.length > 0);
    expect(supported.length).toBeGreaterThan(0);
    expect(asked.length).toBeGreaterThan(supported.length);
    const bases = supported.flatMap(({ housingGrants }) => housingGrants.map(({ legalBasis }) => legalBasis));
    expect(bases.length).toBeGreaterThan(0);
    for (const { housingGrants } of supported) {
      for (const { decisionNumber, legalBasis } of housingGrants)
        expect(decisionNumber && legalBasis).toBeTruthy();
    }
    for (const { classification, meritoriousMembers } of asked) {
      expect(["POOR", "NEAR_POOR"]).toContain(classification.class);
      const reasons = meritoriousMembers.map(
        ({ category, relativeOf }) => relativeOf?.category.code ?? category.code,
      );
      for (const reason of reasons) expect(["WAR_INVALID", "HEROIC_MOTHER", "MARTYR"]).toContain(reason);
    }
  });
});

describe("households that escaped poverty and hold a policy loan", () => {
  interface Household {
    readonly classification: { readonly class: string; readonly since: string; readonly until: string };
    readonly newlyEscapedCreditLapsesOn: string | null;
    readonly loans: readonly {
      readonly outstanding: number;
      readonly program: { readonly lenderKind: string };
    }[];
  }

  test("lose their eligibility 36 months after the decision", async () => {
    const { households } = await run<{ households: Page<Household> }>("escaped-households-with-policy-loans");
    const holding = households.edges
      .map(({ node }) => node)
      .filter(({ loans }) =>
        loans.some(({ outstanding, program }) => outstanding > 0 && program.lenderKind === "POLICY_BANK"),
      );
    expect(holding.length).toBeGreaterThan(0);
    for (const { classification, newlyEscapedCreditLapsesOn } of holding) {
      expect(classification.class).toBe("NEWLY_ESCAPED");
      const [year = "", ...rest] = classification.since.split("-");
      const threeYearsLater = `${Number(year) + 3}-${rest.join("-")}`;
      expect(newlyEscapedCreditLapsesOn ?? "").toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect((newlyEscapedCreditLapsesOn ?? "") <= threeYearsLater).toBe(true);
      expect((newlyEscapedCreditLapsesOn ?? "") > "2025-12-31").toBe(true);
    }
  });
});

describe("housing support from several sources", () => {
  interface Overlap {
    readonly verdict: string;
    readonly legalBasis: string;
    readonly amountReceived: number;
    readonly amountDue: number;
    readonly amountExcess: number;
    readonly supports: readonly { readonly amount: number }[];
    readonly grants: readonly { readonly amount: number }[];
  }

  test("comes with a verdict, and the amounts add up", async () => {
    const households = await allHouseholds<{ supportOverlaps: Overlap[] }>(
      "housing-support-from-several-sources",
    );
    const overlaps = households.flatMap(({ supportOverlaps }) => supportOverlaps);
    expect(new Set(overlaps.map(({ verdict }) => verdict))).toEqual(new Set(["EXCLUDE", "HIGHER_OF"]));
    for (const { amountReceived, amountDue, amountExcess, supports, grants } of overlaps) {
      expect(sum([...supports, ...grants].map(({ amount }) => amount))).toBe(amountReceived);
      expect(amountExcess).toBe(amountReceived - amountDue);
    }
  });
});

describe("old and new Bac Ninh", () => {
  interface Unit {
    readonly asRecorded: readonly {
      readonly year: number;
      readonly poor: number;
      readonly povertyRatePercent: number;
    }[];
    readonly onItsBoundaries: readonly {
      readonly year: number;
      readonly poor: number;
      readonly households: number;
    }[];
    readonly housing2025: { readonly completedApartments: number };
    readonly credit2023: { readonly outstanding: number };
    readonly credit2025: { readonly outstanding: number };
  }

  test("the figures as recorded are the published ones, each for the years of its unit", async () => {
    const { old, merged } = await run<Record<"old" | "merged", Unit>>("old-and-new-bac-ninh");
    expect(old.asRecorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2023, 0.94],
      [2024, 0],
    ]);
    expect(merged.asRecorded.map(({ year, povertyRatePercent }) => [year, povertyRatePercent])).toEqual([
      [2025, 0.56],
    ]);
    expect(merged.housing2025.completedApartments).toBe(16_124);
  });

  test("on its own boundaries the merged province is the sum of its parts in every year", async () => {
    const { old, other, merged } =
      await run<Record<"old" | "other" | "merged", Unit>>("old-and-new-bac-ninh");
    expect(merged.onItsBoundaries.map(({ year }) => year)).toEqual([2023, 2024, 2025]);
    for (const [index, year] of merged.onItsBoundaries.entries()) {
      const parts = [old, other].map(({ onItsBoundaries }) => onItsBoundaries[index]);
      expect(year.poor).toBe(sum(parts.map((part) => part?.poor ?? 0)));
      expect(year.households).toBe(sum(parts.map((part) => part?.households ?? 0)));
    }
    expect(merged.credit2023.outstanding).toBe(old.credit2023.outstanding + other.credit2023.outstanding);
    expect(merged.credit2025.outstanding).toBe(old.credit2025.outstanding + other.credit2025.outstanding);
  });
});

describe("if the next standard applied", () => {
  interface Answer {
    readonly administrativeUnit: {
      readonly reclassification: {
        readonly households: number;
        readonly changing: number;
        readonly changes: readonly {
          readonly from: string;
          readonly to: string;
          readonly households: number;
        }[];
        readonly communes: readonly { readonly households: number; readonly changing: number }[];
      };
    };
    readonly households: Page<{
      readonly classification: { readonly class: string } | null;
      readonly classificationUnder: { readonly class: string } | null;
    }>;
  }

  test("the communes add up to the province, and changes are changes", async () => {
    const { administrativeUnit } = await run<Answer>("if-the-next-standard-applied");
    const { households, changing, changes, communes } = administrativeUnit.reclassification;
    expect(sum(communes.map((commune) => commune.households))).toBe(households);
    expect(sum(communes.map((commune) => commune.changing))).toBe(changing);
    expect(sum(changes.map((change) => change.households))).toBe(changing);
    for (const { from, to } of changes) expect(from).not.toBe(to);
    expect(changing).toBeGreaterThan(0);
  });

  test("a household has a class under both standards or under neither", async () => {
    const { households } = await run<Answer>("if-the-next-standard-applied");
    for (const { node } of households.edges) {
      expect(node.classificationUnder === null).toBe(node.classification === null);
    }
  });
});

describe("projects behind their target", () => {
  interface Answer {
    readonly socialHousingProjects: Page<{
      readonly completionTargets: readonly { readonly year: number; readonly apartments: number }[];
      readonly financing: {
        readonly buyerLoans: { readonly principal: number; readonly outstanding: number };
      };
    }>;
    readonly households: Page<{
      readonly isMeritoriousFamily: boolean;
      readonly socialHousingEligibility: { readonly verdict: string | null };
    }>;
  }

  test("have a target in that year and never more outstanding than was lent", async () => {
    const { socialHousingProjects } = await run<Answer>("projects-behind-target");
    expect(socialHousingProjects.edges.length).toBeGreaterThan(0);
    for (const { node } of socialHousingProjects.edges) {
      expect(node.completionTargets.map(({ year }) => year)).toContain(2025);
      const { principal, outstanding } = node.financing.buyerLoans;
      expect(outstanding).toBeLessThanOrEqual(principal);
    }
  });

  test("the unit has eligible households, meritorious families among the poor ones", async () => {
    const { households } = await run<Answer>("projects-behind-target", { households: 100 });
    const nodes = households.edges.map(({ node }) => node);
    expect(nodes.some(({ socialHousingEligibility }) => socialHousingEligibility.verdict !== null)).toBe(
      true,
    );
    expect(nodes.some(({ isMeritoriousFamily }) => isMeritoriousFamily)).toBe(true);
  });
});

test("Ba Vi and Soc Son before and after are as published", async () => {
  const data = await run<Record<string, unknown>>("districts-before-and-after");
  expect(data["baVi"]).toMatchObject({
    before: { poor: 436, nearPoor: 1424 },
    after: { poor: 0, nearPoor: 945, nearPovertyRatePercent: 1.27, standard: { id: "ha-noi-2022" } },
    fundForThePoor: { received: 14_110_000_000 },
  });
  expect(data["socSon"]).toMatchObject({
    before: { poor: 413, nearPoor: 1753 },
    after: { poor: 0, nearPoor: 451, nearPovertyRatePercent: 0.5 },
  });
  const { creditOverYears, assistanceInPeriod } = data["socSon"] as {
    creditOverYears: { households: number; disbursed: number };
    assistanceInPeriod: { program: { code: string }; households: number; amount: number }[];
  };
  expect(creditOverYears.households).toBeGreaterThan(1_100);
  expect(creditOverYears.disbursed).toBeGreaterThan(44_000_000_000);
  const stock = assistanceInPeriod.find(({ program }) => program.code === "BREEDING_STOCK");
  expect(stock?.households).toBe(165);
  expect(stock?.amount).toBeGreaterThan(2_800_000_000);
});

test("one person is seen by all four departments, each with its legal basis", async () => {
  const { person } = await run<{
    person: {
      household: {
        classification: object;
        housingSupports: object[];
        housingGrants: { legalBasis: string }[];
      };
      loans: { program: { legalBasis: string } }[];
      meritoriousRecords: { category: { legalBasis: string } }[];
      allowances: { legalBasis: string; monthlyAmount: number }[];
    };
  }>("person-across-departments");
  expect(person.household.classification).toMatchObject({
    class: "POOR",
    standard: { legalBasis: expect.stringContaining("Decree 07/2021") },
  });
  expect(person.household.housingSupports.length).toBeGreaterThan(0);
  const bases = [
    ...person.household.housingGrants.map(({ legalBasis }) => legalBasis),
    ...person.loans.map(({ program }) => program.legalBasis),
    ...person.meritoriousRecords.map(({ category }) => category.legalBasis),
    ...person.allowances.map(({ legalBasis }) => legalBasis),
  ];
  expect(bases.length).toBeGreaterThanOrEqual(4);
  for (const basis of bases) expect(basis).not.toBe("");
});
