import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { startCreditGraph } from "./support/credit-graph.js";
import { packageLoan } from "./support/rows.js";

type Loan = ReturnType<typeof packageLoan>;

const several = (count: number, make: (index: number) => Loan): Loan[] =>
  Array.from({ length: count }, (_, index) => make(index));

const toBuyers = (localityId: string, count: number, given: Loan = {}): Loan[] =>
  several(count, (index) =>
    packageLoan({
      localityId,
      borrowerKind: "HOUSING_BUYER",
      borrowerId: `${localityId} ${index}`,
      principal: 10,
      ...given,
    }),
  );

/** Loans of a village. Under the first program two households owe six overdue loans, under the other one ten owe ten. */
const ofVillage = [
  ...several(12, (index) => ({ householdId: `h${index}` })),
  ...several(6, (index) => ({ householdId: `late ${index % 2}`, status: "OVERDUE" })),
  ...several(10, (index) => ({ householdId: `o${index}`, status: "OVERDUE", programId: "JOBS" })),
].map((loan, index) => ({ ...loan, localityId: "village", borrowerId: `b${index}`, principal: 10 }));

/** Those of the town have paid back in 2025, but for two. */
const ofTown = toBuyers("town", 6);
const paidBack = ofTown.slice(2);

const loans = [
  ...ofVillage,
  ...several(3, (index) => ({ householdId: `few ${index}`, localityId: "hamlet", principal: 10 })),
  ...ofTown,
  ...toBuyers("city", 7, { projectId: "tower" }),
  packageLoan({ localityId: "city", projectId: "tower", principal: 900 }),
  packageLoan({ localityId: "city", projectId: "block", principal: 800 }),
];
const yearEnds = loans.flatMap((loan, index) =>
  [2024, 2025]
    .filter((year) => (loan.disbursedOn ?? "2024-03-01") < `${year}-12-31`)
    .filter((year) => year === 2024 || !paidBack.includes(loan))
    .map((year) => ({ loanId: `l${index + 1}`, year, overdue: loan.status === "OVERDUE" ? 10 : 0 })),
);

let graph: DepartmentGraph;
beforeAll(async () => {
  const places = ["village", "hamlet", "town", "city"];
  graph = await startCreditGraph({
    territory: Object.fromEntries(places.map((place) => [place, [place]])),
    programs: [{}, { code: "JOBS" }, { code: "SOCIAL_HOUSING_PACKAGE", lenderKind: "COMMERCIAL_BANK" }],
    loans,
    yearEnds,
  });
});
afterAll(() => graph.close());

async function everyoneSees(unit: string, selection: string): Promise<unknown> {
  const [found] = await graph.as(anonymous).expectEntities("AdministrativeUnit", [{ id: unit }], selection);
  return found;
}

test("what two households owe on six overdue loans is withheld, though what is owed is shown", async () => {
  const selection = `debts(year: 2024) { total { loans households outstanding overdue overdueRatePercent } }
    credit(year: 2024) { overdue programs { outstanding overdue } }`;
  expect(await everyoneSees("village", selection)).toEqual({
    debts: {
      total: { loans: 28, households: 24, outstanding: 280, overdue: 160, overdueRatePercent: 57.143 },
    },
    credit: {
      overdue: 160,
      programs: [
        { outstanding: 100, overdue: null },
        { outstanding: 180, overdue: null },
      ],
    },
  });
});

test.each([
  [2024, 6, 60],
  [2025, null, null],
])("what buyers owe of the package is withheld once few owe it (%i)", async (year, count, outstanding) => {
  const selection = `housingPackage(year: ${year}) { buyers { loans outstanding } } credit(year: ${year}) { outstanding }`;
  expect(await everyoneSees("town", selection)).toEqual({
    housingPackage: { buyers: { loans: count, outstanding } },
    credit: { outstanding },
  });
});

test.each([
  ["village", 280],
  ["hamlet", null],
])("what is computed for a published figure is withheld like the statistic (%s)", async (unit, value) => {
  const figure = {
    id: "F1",
    measure: "LOANS_DISBURSED",
    fromYear: 2023,
    toYear: 2024,
    administrativeUnit: { __typename: "AdministrativeUnit", id: unit },
  };
  const found = await graph.as(anonymous).expectEntities("PublishedFigure", [figure], "creditProgramsValue");
  expect(found).toEqual([{ creditProgramsValue: value }]);
});

const financing = `financing { developerLoans { count } buyerLoans { count principal }
  byBank { developerLoans { count } buyerLoans { count } } }`;

test.each([
  ["everyone", anonymous, null],
  ["an official elsewhere", callerOf("credit-officer", "town"), null],
  ["an official without the scope", callerOf("commune-officer", "city"), null],
  ["an official of the place", callerOf("credit-officer", "city"), { count: 7, principal: 70 }],
])("of a project's financing %s sees the developer's loans", async (_, caller, buyerLoans) => {
  const found = await graph
    .as(caller)
    .expectEntities("SocialHousingProject", [{ id: "tower" }, { id: "block" }], financing);
  const developerLoans = { count: 1 };
  expect(found).toEqual([
    {
      financing: {
        developerLoans,
        buyerLoans,
        byBank: [{ developerLoans, buyerLoans: buyerLoans && { count: 7 } }],
      },
    },
    {
      financing: {
        developerLoans,
        buyerLoans: { count: 0, principal: 0 },
        byBank: [{ developerLoans, buyerLoans: { count: 0 } }],
      },
    },
  ]);
});
