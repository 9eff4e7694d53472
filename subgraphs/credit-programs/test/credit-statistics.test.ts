import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dialects, type DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

/** The closed unit lies in the one of today, which has another locality too. */
const territory = { "27@1997-01-01": ["here"], "24@2025-07-01": ["here", "there"] };

const policy = { disbursedOn: "2023-12-31", householdId: "twice" } as const;

describe.each(dialects)("on %s", (dialect) => {
  let graph: DepartmentGraph;
  beforeAll(async () => {
    const tables = {
      territory,
      programs: [{}, { code: "JOBS" }, { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
      loans: [
        { ...policy, principal: 30 },
        { ...policy, principal: 20, disbursedOn: "2024-01-01" },
        { ...policy, principal: 10, disbursedOn: "2024-12-31", programId: "JOBS" },
        {
          principal: 5,
          disbursedOn: "2024-06-01",
          localityId: "there",
          borrowerId: "neighbor",
          householdId: "n",
        },
        packageLoan({ principal: 900, disbursedOn: "2024-06-01" }),
      ],
      yearEnds: [
        { loanId: "l1", year: 2023 },
        { loanId: "l1", year: 2024, outstanding: 25, overdue: 5 },
        { loanId: "l2", year: 2024 },
        { loanId: "l3", year: 2024 },
        { loanId: "l4", year: 2024 },
        { loanId: "l5", year: 2024, outstanding: 800 },
      ],
    } as const;
    graph = await startCreditGraph(tables, dialect);
  });
  afterAll(() => graph.close());

  const ofUnit = async (id: string, selection: string) =>
    (await graph.expectEntities("AdministrativeUnit", [{ id }], selection))[0];
  const programs = `programs { program { code } borrowers households disbursedLoans disbursedHouseholds disbursed
    outstanding overdue }`;

  test("a program's figures are what it paid out during the year and its balances of 31 December", async () => {
    const { credit } = (await ofUnit("27@1997-01-01", `credit(year: 2024) { ${programs} }`)) as {
      credit: { programs: object[] };
    };
    expect(credit.programs).toEqual([
      {
        program: { code: "JOBS" },
        borrowers: 1,
        households: 1,
        disbursedLoans: 1,
        disbursedHouseholds: 1,
        disbursed: 10,
        outstanding: 10,
        overdue: 0,
      },
      {
        program: { code: "POOR_HOUSEHOLDS" },
        borrowers: 1,
        households: 1,
        disbursedLoans: 1,
        disbursedHouseholds: 1,
        disbursed: 20,
        outstanding: 45,
        overdue: 5,
      },
      {
        program: { code: "SOCIAL_HOUSING_PACKAGE" },
        borrowers: 1,
        households: 0,
        disbursedLoans: 1,
        disbursedHouseholds: 0,
        disbursed: 900,
        outstanding: 800,
        overdue: 0,
      },
    ]);
  });

  test.each([
    ["27@1997-01-01", 2023, 30, 30, 1],
    ["27@1997-01-01", 2024, 930, 855, 1],
    ["24@2025-07-01", 2024, 935, 860, 2],
    ["24@2025-07-01", 2025, 0, 0, 0],
    ["nowhere@0", 2024, 0, 0, 0],
  ])(
    "%s in %i: %i paid out, %i outstanding, households that borrow twice counted once",
    async (id, year, disbursed, outstanding, borrowingHouseholds) => {
      const selection = `credit(year: ${year}) { year disbursed outstanding borrowingHouseholds }`;
      expect(await ofUnit(id, selection)).toEqual({
        credit: { year, disbursed, outstanding, borrowingHouseholds },
      });
    },
  );

  test("the overdue rate is the overdue part of what is outstanding with the policy bank alone", async () => {
    expect(await ofUnit("27@1997-01-01", "credit(year: 2024) { overdue overdueRatePercent }")).toEqual({
      credit: { overdue: 5, overdueRatePercent: 9.091 },
    });
    expect(await ofUnit("nowhere@0", "credit(year: 2024) { overdueRatePercent }")).toEqual({
      credit: { overdueRatePercent: 0 },
    });
  });

  test.each([
    ["fromYear: 2023, toYear: 2024", 4, 1, 960],
    ["fromYear: 2023, toYear: 2024, lenderKind: POLICY_BANK", 3, 1, 60],
    ["fromYear: 2024, toYear: 2024, lenderKind: COMMERCIAL_BANK", 1, 0, 900],
    ["fromYear: 2010, toYear: 2022", 0, 0, 0],
  ])("over years (%s) a household counts once", async (args, loans, households, disbursed) => {
    const selection = `creditOverYears(${args}) { loans households disbursed programs { disbursed } }`;
    const { creditOverYears } = (await ofUnit("27@1997-01-01", selection)) as {
      creditOverYears: { programs: { disbursed: number }[] };
    };
    expect(creditOverYears).toMatchObject({ loans, households, disbursed });
    expect(creditOverYears.programs.reduce((sum, program) => sum + program.disbursed, 0)).toBe(disbursed);
  });

  test.each([
    ["credit(year: 1944) { year }", "year"],
    ["creditOverYears(fromYear: 1944, toYear: 2024) { loans }", "fromYear"],
    ["creditOverYears(fromYear: 2024, toYear: 2101) { loans }", "toYear"],
    ["creditOverYears(fromYear: 2024, toYear: 2023) { loans }", "toYear"],
  ])("%s is refused, and the error names the argument", async (selection, argument) => {
    const { errors } = await graph.query(
      `{ _entities(representations: [{ __typename: "AdministrativeUnit", id: "24@2025-07-01" }]) {
        ... on AdministrativeUnit { ${selection} } } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument });
    expect(errors?.[0]?.message.startsWith(`${argument}: expected `)).toBe(true);
  });

  test.each([
    ["LOANS_DISBURSED", 2023, 60],
    ["LOANS_DISBURSED", null, 30],
    ["HOUSEHOLDS_WITH_LOANS", 2023, 1],
    ["POOR_HOUSEHOLDS", 2023, null],
    [null, 2023, null],
  ])(
    "the value of a published figure for %s from %j is %j: the policy bank's",
    async (measure, fromYear, value) => {
      const figure = {
        id: "F1",
        measure,
        fromYear,
        toYear: 2024,
        administrativeUnit: { __typename: "AdministrativeUnit", id: "27@1997-01-01" },
      };
      expect(await graph.expectEntities("PublishedFigure", [figure], "creditProgramsValue")).toEqual([
        { creditProgramsValue: value },
      ]);
    },
  );

  test.each([1, 50])("%i units take three statements", async (count) => {
    const ids = Array.from({ length: count }, (_, index) => (index === 0 ? "27@1997-01-01" : `${index}@0`));
    graph.takeStatements();
    await graph.expectEntities(
      "AdministrativeUnit",
      ids.map((id) => ({ id })),
      "credit(year: 2024) { borrowingHouseholds programs { program { name } } }",
    );
    expect(graph.takeStatements()).toBe(3);
  });
});
