import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";

const escaped = [
  { class: "POOR", since: "2020-12-15", until: "2022-12-14" },
  { class: "NEWLY_ESCAPED", since: "2022-12-15", until: null },
];

interface Eligibility {
  readonly program: { readonly code: string };
  readonly eligible: boolean;
  readonly outstanding: number;
  readonly maximumPrincipal: number | null;
  readonly lapsesOn: string | null;
  readonly reasons: readonly { readonly rule: string; readonly legalBasis: string }[];
}

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      programs: [
        { code: "ESCAPED" },
        { code: "STUDENTS" },
        { code: "PACKAGE", lenderKind: "COMMERCIAL_BANK" },
      ],
      terms: [
        { programId: "ESCAPED", validFrom: "2015-09-05" },
        { programId: "STUDENTS", maximumPrincipal: null },
        { programId: "PACKAGE" },
      ],
      rules: [
        { programId: "ESCAPED", rule: "NO_OVERDUE_DEBT" },
        { programId: "ESCAPED", rule: "HOUSEHOLD_CLASS", classes: ["NEWLY_ESCAPED"] },
        { programId: "ESCAPED", rule: "MONTHS_SINCE_ESCAPE", months: 36, legalBasis: "Decision 28/2015" },
        { programId: "STUDENTS", rule: "PROOF_TO_LENDER", proof: "An enrollment is to be shown." },
        { programId: "STUDENTS", rule: "RURAL_RESIDENCE", validFrom: "2020-01-01", validTo: "2024-12-31" },
      ],
      loans: [
        { programId: "ESCAPED", principal: 50_000_000, outstanding: 30_000_000, disbursedOn: "2023-02-01" },
        { householdId: "late", programId: "STUDENTS", overdue: 2_000_000, disbursedOn: "2020-01-01" },
      ],
      repayments: [{ paidOn: "2024-02-01", principal: 20_000_000 }],
    } as const;
    const rules = tables.rules.map((rule) =>
      "classes" in rule ? { ...rule, classes: [...rule.classes] } : rule,
    );
    graph = await startCreditGraph({ ...tables, rules }, dialect);
  });
  afterAll(() => graph.close());

  async function eligibility(id: string, on: string, isUrban = true): Promise<Eligibility[]> {
    const [household] = await graph.expectEntities<{ creditEligibility: Eligibility[] }>(
      "Household",
      [{ id, isUrban, classificationHistory: escaped }],
      `creditEligibility(on: "${on}") { program { code } eligible outstanding maximumPrincipal lapsesOn
        reasons { rule legalBasis } }`,
    );
    return household?.creditEligibility ?? [];
  }
  const under = async (code: string, ...asked: Parameters<typeof eligibility>) =>
    (await eligibility(...asked)).find(({ program }) => program.code === code);

  test("the programs of the policy bank are listed by id, with their rules in the order of the enum", async () => {
    expect(await eligibility("household", "2025-06-01")).toMatchObject([
      {
        program: { code: "ESCAPED" },
        reasons: [
          { rule: "HOUSEHOLD_CLASS" },
          { rule: "MONTHS_SINCE_ESCAPE", legalBasis: "Decision 28/2015" },
          { rule: "NO_OVERDUE_DEBT" },
        ],
      },
      { program: { code: "STUDENTS" }, reasons: [{ rule: "PROOF_TO_LENDER" }] },
    ]);
  });

  test.each([
    ["2022-12-14", false, 0, null],
    ["2022-12-15", true, 100_000_000, "2025-12-14"],
    ["2023-02-01", true, 50_000_000, "2025-12-14"],
    ["2024-02-01", true, 70_000_000, "2025-12-14"],
    ["2025-12-14", true, 70_000_000, "2025-12-14"],
    ["2025-12-15", false, 0, "2025-12-14"],
  ])(
    "whoever escaped poverty on 2022-12-15 may borrow for 36 months, less what is outstanding (%s)",
    async (on, eligible, maximumPrincipal, lapsesOn) => {
      expect(await under("ESCAPED", "household", on)).toMatchObject({ eligible, maximumPrincipal, lapsesOn });
    },
  );

  test("terms without one amount leave the maximum open", async () => {
    expect(await under("STUDENTS", "household", "2025-06-01")).toMatchObject({
      eligible: true,
      maximumPrincipal: null,
      lapsesOn: null,
    });
  });

  test("a rule holds until its last day", async () => {
    expect((await under("STUDENTS", "household", "2024-12-31"))?.eligible).toBe(false);
    expect((await under("STUDENTS", "household", "2024-12-31", false))?.eligible).toBe(true);
    expect((await under("STUDENTS", "household", "2025-01-01"))?.eligible).toBe(true);
  });

  test("overdue debt under another program stands in the way", async () => {
    expect(await under("ESCAPED", "late", "2025-12-31")).toMatchObject({ eligible: false, outstanding: 0 });
  });

  test("the day on which it lapses is null before the escape", async () => {
    const known = [{ id: "household", classificationHistory: escaped }];
    const selection = `before: newlyEscapedCreditLapsesOn(on: "2022-12-14")
      after: newlyEscapedCreditLapsesOn(on: "2022-12-15")`;
    expect(await graph.expectEntities("Household", known, selection)).toEqual([
      { before: null, after: "2025-12-14" },
    ]);
  });

  test.each([1, 50])("%i households take four statements", async (count) => {
    const known = Array.from({ length: count }, (_, index) => ({
      id: index === 0 ? "household" : `household ${index}`,
      isUrban: false,
      classificationHistory: escaped,
    }));
    graph.takeStatements();
    await graph.expectEntities(
      "Household",
      known,
      "creditEligibility { program { code } terms { validFrom } }",
    );
    expect(graph.takeStatements()).toBe(4);
  });
});
