import { beforeAll, expect, test } from "vitest";
import { sharedGraph, type SharedGraph } from "../support/shared-graph.js";

let graph: SharedGraph;
beforeAll(async () => {
  graph = await sharedGraph();
});

interface Eligibility {
  readonly on: string;
  readonly group: string;
  readonly verdict: string | null;
  readonly householdMonthlyIncome: number | null;
  readonly ceiling: {
    readonly situation: string;
    readonly monthlyIncome: number;
    readonly validFrom: string;
    readonly validTo: string | null;
  } | null;
  readonly conditions: readonly {
    readonly rule: string;
    readonly status: string;
    readonly legalBasis: string;
    readonly explanation: string;
  }[];
}

const fields = `on group verdict householdMonthlyIncome ceiling { situation monthlyIncome validFrom validTo }
  conditions { rule status legalBasis explanation }`;

const million = 1_000_000;

const households = async (selection: string, first: number, filter: object = {}) => {
  const data = await graph.expectData(
    `query ($first: Int!, $filter: HouseholdFilter) { households(first: $first, filter: $filter) { edges { node { ${selection} } } } }`,
    { first, filter: { administrativeUnit: "24@2025-07-01", ...filter } },
  );
  return (data["households"] as { edges: { node: Record<string, unknown> }[] }).edges.map(({ node }) => node);
};

const statusOf = ({ conditions }: Eligibility, rule: string) =>
  conditions.find((condition) => condition.rule === rule)?.status;

test.each([
  ["2024-07-31", []],
  ["2024-08-01", [15, 30]],
  ["2025-10-09", [15, 30]],
  ["2025-10-10", [20, 30, 40]],
  ["2026-04-06", [20, 30, 40]],
  ["2026-04-07", [25, 35, 50]],
])("on %s the ceilings are %j million dong a month", async (on, millions) => {
  const data = await graph.expectData(
    `query ($on: Date!) { socialHousingIncomeCeilings(on: $on) { situation monthlyIncome legalBasis } }`,
    { on },
  );
  const ceilings = data["socialHousingIncomeCeilings"] as { monthlyIncome: number }[];
  expect(ceilings.map(({ monthlyIncome }) => monthlyIncome / million)).toEqual(millions);
});

test("a household is judged by the ceiling of its situation on the day; a single parent by that of a single person until 2025-10-09", async () => {
  const nodes = await households(
    `a: socialHousingEligibility(on: "2025-10-09", group: WORKER) { ceiling { situation monthlyIncome } }
     b: socialHousingEligibility(on: "2025-10-10", group: WORKER) { ceiling { situation monthlyIncome } }
     c: socialHousingEligibility(on: "2026-04-07", group: WORKER) { ceiling { situation monthlyIncome } }`,
    100,
  );
  const courses = nodes.map((node) =>
    ["a", "b", "c"].map((day) => {
      const { ceiling } = node[day] as Eligibility;
      return `${ceiling?.situation} ${(ceiling?.monthlyIncome ?? 0) / million}`;
    }),
  );
  expect(new Set(courses.map((course) => course.join(", ")))).toEqual(
    new Set([
      "SINGLE 15, SINGLE 20, SINGLE 25",
      "SINGLE 15, SINGLE_PARENT 30, SINGLE_PARENT 35",
      "COUPLE 30, COUPLE 40, COUPLE 50",
    ]),
  );
});

test("poor households belong to their group, have no income ceiling, and every condition names its legal basis", async () => {
  const on = "2025-12-31";
  const nodes = await households(
    `isUrban eligibility: socialHousingEligibility(on: "${on}") { ${fields} }`,
    60,
    {
      class: ["POOR", "NEAR_POOR"],
      on,
    },
  );
  const groups = new Set<string>();
  for (const { isUrban, eligibility } of nodes as { isUrban: boolean; eligibility: Eligibility }[]) {
    groups.add(eligibility.group);
    const poor = isUrban ? "URBAN_POOR_OR_NEAR_POOR" : "RURAL_POOR_OR_NEAR_POOR";
    expect([poor, "MERITORIOUS_PERSON"]).toContain(eligibility.group);
    expect(statusOf(eligibility, "BELONGS_TO_GROUP")).toBe("MET");
    expect(eligibility.ceiling).toBeNull();
    for (const { legalBasis } of eligibility.conditions) expect(legalBasis).toContain("27/2023/QH15");
  }
  expect(groups.size).toBeGreaterThan(1);
});

test("the verdict follows from the conditions: one not met decides, one not known has to be proven", async () => {
  const nodes = await households(`eligibility: socialHousingEligibility { ${fields} }`, 100);
  const verdicts = new Set<string | null>();
  for (const { eligibility } of nodes as { eligibility: Eligibility }[]) {
    const statuses = eligibility.conditions.map(({ status }) => status);
    const expected = statuses.includes("NOT_MET")
      ? "NOT_ELIGIBLE"
      : statuses.includes("NOT_KNOWN")
        ? "TO_BE_PROVEN"
        : "ELIGIBLE";
    expect(eligibility.verdict).toBe(expected);
    verdicts.add(eligibility.verdict);
  }
  expect(verdicts.size).toBeGreaterThan(1);
});

test("a review that found too little floor area proves the need of a house; nothing else does", async () => {
  const on = "2025-12-31";
  const nodes = await households(
    `classification(on: "${on}") { review { deprivations } } eligibility: socialHousingEligibility(on: "${on}") { ${fields} }`,
    100,
    { class: ["POOR"], on },
  );
  const found = nodes as {
    classification: { review: { deprivations: string[] } };
    eligibility: Eligibility;
  }[];
  for (const { classification, eligibility } of found) {
    const lacks = classification.review.deprivations.includes("HOUSING_AREA");
    expect(statusOf(eligibility, "HOUSING_NEED")).toBe(lacks ? "MET" : "NOT_KNOWN");
  }
});

test("before the first rules on record nothing is judged", async () => {
  const [node] = await households(`eligibility: socialHousingEligibility(on: "2024-07-31") { ${fields} }`, 1);
  expect(node?.["eligibility"]).toMatchObject({ verdict: null, ceiling: null, conditions: [] });
});

interface Application {
  readonly group: string;
  readonly status: string;
  readonly submittedOn: string;
  readonly decidedOn: string | null;
  readonly eligibility: Eligibility;
  readonly household: { readonly socialHousingEligibility: Eligibility };
}

async function applications(first: number): Promise<Application[]> {
  const data = await graph.expectData(
    `query ($first: Int!) { socialHousingProjects(first: $first, filter: { administrativeUnit: "24@2025-07-01" }) {
      edges { node { applications(first: 100) { edges { node {
        group status submittedOn decidedOn eligibility { ${fields} } household { socialHousingEligibility { ${fields} } } } } } } } } }`,
    { first },
  );
  type Projects = { edges: { node: { applications: { edges: { node: Application }[] } } }[] };
  const { edges } = data["socialHousingProjects"] as Projects;
  return edges.flatMap(({ node }) => node.applications.edges.map((edge) => edge.node));
}

test("an application is judged as the group applied for, by the rules of the day on which it was submitted", async () => {
  const since2024 = (await applications(60)).filter(({ submittedOn }) => submittedOn >= "2024-08-01");
  expect(since2024.length).toBeGreaterThan(100);
  for (const { group, submittedOn, eligibility } of since2024) {
    expect(eligibility).toMatchObject({ group, on: submittedOn });
    const { ceiling } = eligibility;
    const isLimited = ["URBAN_LOW_INCOME", "WORKER", "PUBLIC_EMPLOYEE"].includes(group);
    expect(ceiling !== null).toBe(isLimited);
    if (!ceiling) continue;
    expect(ceiling.validFrom <= submittedOn && (ceiling.validTo ?? "9999") >= submittedOn).toBe(true);
  }
  const decrees = new Set(since2024.map(({ eligibility }) => eligibility.ceiling?.validFrom));
  expect(decrees).toEqual(new Set([undefined, "2024-08-01", "2025-10-10"]));
});

test("a household that was allotted an apartment is not eligible for another", async () => {
  const allotted = (await applications(60)).filter(({ status }) => status === "ALLOTTED");
  expect(allotted.length).toBeGreaterThan(0);
  for (const { household } of allotted) {
    const { socialHousingEligibility: today } = household;
    expect(statusOf(today, "NO_SOCIAL_HOUSING_BEFORE")).toBe("NOT_MET");
    expect(today.verdict).toBe("NOT_ELIGIBLE");
  }
});

test("the eligibility of 100 households takes as many statements as that of one", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await households(
      `classification(on: "2024-12-31") { class } members { fullName } socialHousingEligibility(on: "2025-12-31") { ${fields} }`,
      first,
    );
    return graph.takeStatements();
  };
  const ofOne = await count(1);
  expect(Object.keys(ofOne).toSorted()).toEqual(["households", "housing-projects", "meritorious-service"]);
  expect(await count(100)).toEqual(ofOne);
});

test("the eligibility of the applications of 20 projects takes as many statements as that of one's", async () => {
  const count = async (first: number) => {
    graph.takeStatements();
    await applications(first);
    return graph.takeStatements();
  };
  expect(await count(20)).toEqual(await count(2));
});
