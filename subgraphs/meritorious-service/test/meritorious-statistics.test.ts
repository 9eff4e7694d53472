import type { HousingGrantNormEntity } from "@an-sinh/meritorious-service/housing-grant/housing-grant-norm.entity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startMeritoriousGraph } from "./support/meritorious-graph.js";

const province = "24@2025-07-01";
const closed = "27@1996-11-06";

const grantNorm = (
  legalBasisCode: string,
  kind: HousingGrantNormEntity["kind"],
  position: number,
): HousingGrantNormEntity => ({ legalBasisCode, kind, position, amount: 60_000_000, legalBasis: "Decision" });

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    graph = await startMeritoriousGraph(
      {
        territory: { [province]: ["east", "west"], [closed]: ["west"] },
        records: [
          { localityId: "east", recognizedOn: "2024-12-31" },
          { localityId: "west", recognizedOn: "2025-01-01" },
          { localityId: "west", endedOn: "2024-12-31", status: "DECEASED" },
          { localityId: "west", endedOn: "2025-01-01", status: "SUSPENDED" },
          { localityId: "west", categoryId: "MARTYR", endedOn: "2000-01-01", status: "DECEASED" },
          { localityId: "elsewhere" },
        ],
        payments: [
          { localityId: "east", month: "2024-12-01", amount: 7_000_000, paidOn: "2025-01-05" },
          { localityId: "west", month: "2024-01-01", amount: 1_000_000, channel: "CASH" },
          { localityId: "west", month: "2024-01-01", amount: 500_000, channel: "CASH", categoryId: "MARTYR" },
          { localityId: "west", month: "2025-01-01" },
          { localityId: "elsewhere" },
        ],
        benefits: [
          { localityId: "east", kind: "GIFT_TET" },
          { localityId: "west", kind: "GIFT_TET" },
          { localityId: "west", kind: "GIFT_TET", paidOn: "2025-01-20" },
        ],
        cards: [
          { localityId: "east", premium: 1_263_600 },
          { localityId: "west", premium: 1_263_600 },
          { localityId: "west", year: 2023 },
        ],
        grantNorms: [
          grantNorm("DECISION_22_2013", "REPAIR", 1),
          grantNorm("DECISION_21_2024", "NEW_BUILD", 2),
          grantNorm("DECISION_21_2024", "REPAIR", 3),
        ],
        grants: [
          { localityId: "west", grantedOn: "2024-12-31", kind: "REPAIR", amount: 30_000_000 },
          { localityId: "east", grantedOn: "2024-12-31", kind: "NEW_BUILD" },
          {
            localityId: "east",
            grantedOn: "2024-01-01",
            legalBasisCode: "DECISION_22_2013",
            kind: "REPAIR",
            amount: 20_000_000,
          },
          { localityId: "east", grantedOn: "2025-01-01" },
        ],
      },
      dialect,
    );
  });
  afterAll(() => graph.close());

  async function statistics(unitId: string, year: number, selection: string): Promise<unknown> {
    const [unit] = await graph.expectEntities<{ meritorious: unknown }>(
      "AdministrativeUnit",
      [{ id: unitId }],
      `meritorious(year: ${year}) { ${selection} }`,
    );
    return unit?.meritorious;
  }

  test.each([
    [province, 2024, 2],
    [province, 2025, 2],
    [closed, 2024, 1],
    [province, 1999, 0],
  ])(
    "beneficiaries of %s are the records in force on 31 December %d: %d",
    async (unit, year, beneficiaries) => {
      expect(await statistics(unit, year, "beneficiaries")).toEqual({ beneficiaries });
    },
  );

  test("each category counts its own, in the ordinance's order, one without a record with zeros", async () => {
    const selection = "categories { category { code } beneficiaries recognized paid }";
    expect(await statistics(province, 2024, selection)).toEqual({
      categories: [
        { category: { code: "MARTYR" }, beneficiaries: 0, recognized: 1, paid: 500_000 },
        { category: { code: "HEROIC_MOTHER" }, beneficiaries: 0, recognized: 0, paid: 0 },
        { category: { code: "WAR_INVALID" }, beneficiaries: 2, recognized: 3, paid: 8_000_000 },
        { category: { code: "RELATIVE" }, beneficiaries: 0, recognized: 0, paid: 0 },
      ],
    });
  });

  test("what was paid counts for the year of the month, by channel, and the shares make a whole", async () => {
    const selection = "paid paidCashlessPercent payments { channel payments amount sharePercent }";
    expect(await statistics(province, 2024, selection)).toEqual({
      paid: 8_500_000,
      paidCashlessPercent: 82.353,
      payments: [
        { channel: "BANK_ACCOUNT", payments: 1, amount: 7_000_000, sharePercent: 82.353 },
        { channel: "CASH", payments: 2, amount: 1_500_000, sharePercent: 17.647 },
      ],
    });
  });

  test("care is counted by kind in the year in which it was given, and cards in the year insured", async () => {
    const selection = "careBenefits { kind benefits amount } healthInsurance { cards premiums }";
    const found = await statistics(province, 2024, selection);
    expect(found).toMatchObject({ healthInsurance: { cards: 2, premiums: 2_527_200 } });
    const { careBenefits } = found as { careBenefits: { kind: string; benefits: number; amount: number }[] };
    expect(careBenefits).toHaveLength(6);
    expect(careBenefits.filter(({ benefits }) => benefits > 0)).toEqual([
      { kind: "GIFT_TET", benefits: 2, amount: 600_000 },
    ]);
  });

  test("grants are counted by decision and kind of work, the earlier decision first", async () => {
    const selection = "housingGrants { legalBasisCode kind grants amount }";
    expect(await statistics(province, 2024, selection)).toEqual({
      housingGrants: [
        { legalBasisCode: "DECISION_22_2013", kind: "REPAIR", grants: 1, amount: 20_000_000 },
        { legalBasisCode: "DECISION_21_2024", kind: "NEW_BUILD", grants: 1, amount: 60_000_000 },
        { legalBasisCode: "DECISION_21_2024", kind: "REPAIR", grants: 1, amount: 30_000_000 },
      ],
    });
  });

  test.each([[1944], [2101]])("a year that nobody can mean is refused: %d", async (year) => {
    const { errors } = await graph.query(
      `query ($unit: _Any!) { _entities(representations: [$unit]) { ... on AdministrativeUnit {
        meritorious(year: ${year}) { paid } } } }`,
      { unit: { __typename: "AdministrativeUnit", id: province } },
    );
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "year" } }]);
  });

  test("the statistics of 100 units take as many statements as those of one", async () => {
    const selection = `meritorious(year: 2024) { beneficiaries paid paidCashlessPercent categories { recognized }
      careBenefits { amount } healthInsurance { cards } housingGrants { amount } payments { amount } }`;
    const counts = [];
    for (const count of [1, 100]) {
      const units = Array.from({ length: count }, (_, index) => ({ id: `unit ${index}` }));
      graph.takeStatements();
      await graph.expectEntities("AdministrativeUnit", units, selection);
      counts.push(graph.takeStatements());
    }
    // Records, payments, categories, care benefits, cards and grants.
    expect(counts).toEqual([6, 6]);
  });
});
