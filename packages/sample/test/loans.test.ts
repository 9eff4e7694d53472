import { LendingNetwork } from "@an-sinh/sample/credit-programs/lending-network";
import { loanYearEndRows, repaymentRows } from "@an-sinh/sample/credit-programs/loan-balances";
import { LoanBook, type SampleLoan } from "@an-sinh/sample/credit-programs/loan-book";
import { programIdOf } from "@an-sinh/sample/credit-programs/credit-programs";
import type { RegisterYear, SampleHousehold } from "@an-sinh/sample/population/population";
import { beforeAll, expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

let drawn: Iterable<SampleLoan> = [];
let book: readonly SampleLoan[] = [];
let households: ReadonlyMap<string, SampleHousehold> = new Map();

beforeAll(() => {
  drawn = new LoanBook(samplePopulation, new LendingNetwork(samplePopulation));
  book = [...drawn];
  households = new Map(samplePopulation.households.map((household) => [household.id, household]));
});

/** What was paid back on each loan by the end of a day. */
function repaidBy(day: string): ReadonlyMap<string, number> {
  const repaid = new Map<string, number>();
  for (const { loanId, paidOn, principal } of repaymentRows(book)) {
    if (paidOn <= day) repaid.set(loanId, (repaid.get(loanId) ?? 0) + principal);
  }
  return repaid;
}

test("what was repaid, written off and is outstanding add up to the principal", () => {
  const repaid = repaidBy("9999-12-31");
  const wrong = book.filter(
    ({ loan }) => (repaid.get(loan.id) ?? 0) + loan.writtenOff + loan.outstanding !== loan.principal,
  );
  expect(wrong).toEqual([]);
});

test.each([2021, 2022, 2023, 2024, 2025])(
  "the balance at the end of %d is what was not repaid by then",
  (year) => {
    const repaid = repaidBy(`${year}-12-31`);
    const loans = new Map(book.map(({ loan }) => [loan.id, loan]));
    const balances = [...loanYearEndRows(book)].filter((balance) => balance.year === year);
    const wrong = balances.filter(({ loanId, outstanding, overdue }) => {
      const left = (loans.get(loanId)?.principal ?? 0) - (repaid.get(loanId) ?? 0);
      return outstanding !== left || overdue > outstanding;
    });
    expect(balances.length).toBeGreaterThan(4_000);
    expect(wrong).toEqual([]);
  },
);

test("a loan's balance is that of the last year end", () => {
  const last = [...loanYearEndRows(book)].filter(({ year }) => year === 2025);
  const balances = new Map(
    last.map(({ loanId, outstanding, overdue }) => [loanId, { outstanding, overdue }]),
  );
  const wrong = book.filter(({ loan: { id, outstanding, overdue } }) => {
    const balance = balances.get(id) ?? { outstanding: 0, overdue: 0 };
    return balance.outstanding !== outstanding || balance.overdue !== overdue;
  });
  expect(wrong).toEqual([]);
});

test("a loan stood at the last year end as it stands", () => {
  const last = [...loanYearEndRows(book)].filter(({ year }) => year === 2025);
  const statuses = new Map(last.map(({ loanId, status }) => [loanId, status]));
  const wrong = book.filter(({ loan }) => loan.outstanding > 0 && statuses.get(loan.id) !== loan.status);
  expect(wrong).toEqual([]);
});

test("going through the book again gives the same loans", () => {
  expect([...drawn].slice(0, 500)).toEqual(book.slice(0, 500));
});

test("all statuses occur, and most loans are not overdue", () => {
  const statuses = new Set(book.map(({ loan }) => loan.status));
  const overdue = book.filter(({ loan }) => loan.overdue > 0);
  expect([...statuses].toSorted()).toEqual([
    "CURRENT",
    "EXTENDED",
    "FROZEN",
    "OVERDUE",
    "PARTLY_OVERDUE",
    "REPAID",
    "WRITTEN_OFF",
  ]);
  expect(overdue.length).toBeLessThan(book.length / 50);
});

test.each([
  ["POOR_HOUSEHOLDS", "POOR"],
  ["NEAR_POOR_HOUSEHOLDS", "NEAR_POOR"],
  ["NEWLY_ESCAPED_HOUSEHOLDS", "NEWLY_ESCAPED"],
] as const)("%s lends to households that were %s by the review before", (program, householdClass) => {
  const loans = book.filter(({ loan }) => loan.programId === programIdOf(program));
  const wrong = loans.filter(({ loan: { householdId, disbursedOn } }) => {
    const reviewed = Math.max(2021, Number(disbursedOn.slice(0, 4)) - 1) as RegisterYear;
    return households.get(householdId ?? "")?.classAt[reviewed] !== householdClass;
  });
  expect(loans.length).toBeGreaterThan(2_000);
  expect(wrong).toEqual([]);
});

test("loans to the newly escaped cost 8.25 % and run for at most 60 months", () => {
  const loans = book.filter(({ loan }) => loan.programId === programIdOf("NEWLY_ESCAPED_HOUSEHOLDS"));
  const wrong = loans.filter(({ loan: { annualRatePercent, disbursedOn, dueOn } }) => {
    const latest = `${Number(disbursedOn.slice(0, 4)) + 5}${disbursedOn.slice(4)}`;
    return annualRatePercent !== 8.25 || dueOn > latest;
  });
  expect(wrong).toEqual([]);
});

test("clean water is lent for in the countryside only", () => {
  const loans = book.filter(({ loan }) => loan.programId === programIdOf("CLEAN_WATER_AND_SANITATION"));
  expect(
    loans.filter(({ loan }) => households.get(loan.householdId ?? "")?.locality.isUrban !== false),
  ).toEqual([]);
});
