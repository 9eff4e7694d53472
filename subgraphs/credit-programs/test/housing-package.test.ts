import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

/** In order. A collation for a language would take the first two for one bank. */
const similarNames = [
  "ngân hàng Dầu khí",
  "Ngân hàng Dầu khí",
  "Ngân hàng Đại Á",
  "Ngân hàng Đầu tư",
  "Ngân hàng Ê",
];

const territory = { "66@0": ["elsewhere"], "27@1997-01-01": ["here"], "24@2025-07-01": ["here", "there"] };

const amounts = "{ loans drawn drawnDuringYear outstanding }";

const lending = (loans: number, drawn: number, drawnDuringYear: number, outstanding: number | null) => ({
  loans,
  drawn,
  drawnDuringYear,
  outstanding,
});
const nothing = lending(0, 0, 0, 0);

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const buyer = packageLoan({
      borrowerKind: "HOUSING_BUYER",
      borrowerId: "buyer",
      balanceOn: "2024-12-31",
    });
    const developer = packageLoan({ balanceOn: "2024-12-31" });
    const tables = {
      territory,
      programs: [
        { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" },
        { code: "SOCIAL_HOUSING_PURCHASE" },
      ],
      volumes: [volume("2023-04-01", "2024-12-31", 120_000), volume("2025-01-01", null, 145_000)],
      loans: [
        { ...developer, principal: 900, disbursedOn: "2023-12-31" },
        { ...developer, principal: 100, disbursedOn: "2024-01-01", lenderName: "Bank B" },
        { ...buyer, principal: 50, outstanding: 0, disbursedOn: "2024-02-01", status: "REPAID" },
        {
          ...buyer,
          principal: 70,
          outstanding: 65,
          disbursedOn: "2024-03-01",
          localityId: "there",
          projectId: "p2",
        },
        ...similarNames.toReversed().map((lenderName) => ({
          ...developer,
          lenderName,
          disbursedOn: "2030-01-01",
          localityId: "elsewhere",
          projectId: "p3",
        })),
        { programId: "SOCIAL_HOUSING_PURCHASE", projectId: "project", disbursedOn: "2024-02-01" },
      ],
      yearEnds: [
        { loanId: "l1", year: 2023 },
        { loanId: "l1", year: 2024, outstanding: 880 },
        { loanId: "l2", year: 2024 },
        { loanId: "l4", year: 2024, outstanding: 65 },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  const volume = (validFrom: string, validTo: string | null, dong: number) => ({
    programId: "SOCIAL_HOUSING_PACKAGE",
    validFrom,
    validTo,
    volume: dong,
    legalBasis: "Resolution 33/NQ-CP",
  });

  async function ofUnit(id: string, year: number): Promise<unknown> {
    const selection = `housingPackage(year: ${year}) { developers ${amounts} buyers ${amounts} total ${amounts} }`;
    const units = await graph.expectEntities<{ housingPackage: unknown }>(
      "AdministrativeUnit",
      [{ id }],
      selection,
    );
    return units[0]?.housingPackage;
  }

  test("a year has what was drawn by its end, that of the year apart, without what the policy bank lent", async () => {
    expect(await ofUnit("27@1997-01-01", 2023)).toEqual({
      developers: lending(1, 900, 900, 900),
      buyers: nothing,
      total: lending(1, 900, 900, 900),
    });
    expect(await ofUnit("27@1997-01-01", 2024)).toEqual({
      developers: lending(2, 1_000, 100, 980),
      buyers: lending(1, 50, 50, 0),
      total: lending(3, 1_050, 150, 980),
    });
    expect(await ofUnit("24@2025-07-01", 2024)).toMatchObject({ buyers: lending(2, 120, 120, 65) });
  });

  test("outstanding is null after the last day of which the banks' balances are on record", async () => {
    expect(await ofUnit("27@1997-01-01", 2025)).toEqual({
      developers: lending(2, 1_000, 0, null),
      buyers: lending(1, 50, 0, null),
      total: lending(3, 1_050, 0, null),
    });
  });

  test("a year or unit without loans gives zeros", async () => {
    const zeros = { developers: nothing, buyers: nothing, total: nothing };
    expect(await ofUnit("27@1997-01-01", 2022)).toEqual(zeros);
    expect(await ofUnit("nowhere@0", 2024)).toEqual(zeros);
  });

  test("the banks are listed by name", async () => {
    const [unit] = await graph.expectEntities(
      "AdministrativeUnit",
      [{ id: "27@1997-01-01" }],
      "housingPackage(year: 2024) { byBank { bank developers { drawn } buyers { drawn } } }",
    );
    expect(unit).toEqual({
      housingPackage: {
        byBank: [
          { bank: "Bank B", developers: { drawn: 100 }, buyers: { drawn: 0 } },
          { bank: "Ngân hàng Mẫu", developers: { drawn: 900 }, buyers: { drawn: 50 } },
        ],
      },
    });
  });

  test("banks are told apart by every letter, and sorted as in a Vietnamese dictionary", async () => {
    const byBank = similarNames.map((bank) => ({ bank }));
    const [unit] = await graph.expectEntities(
      "AdministrativeUnit",
      [{ id: "66@0" }],
      "housingPackage(year: 2030) { byBank { bank } }",
    );
    expect(unit).toEqual({ housingPackage: { byBank } });
    const [project] = await graph.expectEntities(
      "SocialHousingProject",
      [{ id: "p3" }],
      "financing { byBank { bank } }",
    );
    expect(project).toEqual({ financing: { byBank } });
  });

  test.each([
    [2022, null, null],
    [2023, 120_000, 0.75],
    [2024, 120_000, 0.933],
    [2025, 145_000, 0.772],
  ])("at the end of %i the volume is %j, of which %j % is drawn", async (year, dong, drawnPercent) => {
    const query = `{ housingPackage(year: ${year}) { volume drawnPercent } }`;
    expect(await graph.expectData(query)).toEqual({ housingPackage: { volume: dong, drawnPercent } });
  });

  test("a project is financed by the package's loans to its developer and buyers, bank by bank", async () => {
    const loans = "{ count principal outstanding }";
    const selection = `financing { developerLoans ${loans} buyerLoans ${loans} byBank { bank buyerLoans { count } } }`;
    const projects = [{ id: "project" }, { id: "p2" }, { id: "none" }];
    const none = { count: 0, principal: 0, outstanding: 0 };
    expect(await graph.expectEntities("SocialHousingProject", projects, selection)).toEqual([
      {
        financing: {
          developerLoans: { count: 2, principal: 1_000, outstanding: 1_000 },
          buyerLoans: { count: 1, principal: 50, outstanding: 0 },
          byBank: [
            { bank: "Bank B", buyerLoans: { count: 0 } },
            { bank: "Ngân hàng Mẫu", buyerLoans: { count: 1 } },
          ],
        },
      },
      {
        financing: {
          developerLoans: none,
          buyerLoans: { count: 1, principal: 70, outstanding: 65 },
          byBank: [{ bank: "Ngân hàng Mẫu", buyerLoans: { count: 1 } }],
        },
      },
      { financing: { developerLoans: none, buyerLoans: none, byBank: [] } },
    ]);
  });
});
