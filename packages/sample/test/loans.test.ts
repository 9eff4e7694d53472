import { annualRateOn } from "@an-sinh/credit-programs/credit-program/annual-rate";
import { creditProgramRows, programIdOf } from "@an-sinh/sample/credit-programs/credit-programs";
import { creditTermsRows } from "@an-sinh/sample/credit-programs/credit-terms";
import { eligibilityRuleRows } from "@an-sinh/sample/credit-programs/eligibility-rules";
import { LendingNetwork } from "@an-sinh/sample/credit-programs/lending-network";
import { loanYearEndRows, repaymentRows } from "@an-sinh/sample/credit-programs/loan-balances";
import { LoanBook, type SampleLoan } from "@an-sinh/sample/credit-programs/loan-book";
import type { RegisterYear, SampleHousehold } from "@an-sinh/sample/population/population";
import { addMonths, isInForce } from "@an-sinh/subgraph-kit/calendar";
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

/** The class of a loan's household by the review before the loan. The register's first review is that of 2021. */
function classOf({ loan: { householdId, disbursedOn } }: SampleLoan): string | undefined {
  const reviewed = Math.max(2021, Number(disbursedOn.slice(0, 4)) - 1) as RegisterYear;
  return households.get(householdId ?? "")?.classAt[reviewed];
}

/** What a loan has that the terms and rules in force on its day do not allow. Empty: nothing. */
function contradictions(one: SampleLoan): string[] {
  const { programId, disbursedOn, principal, annualRatePercent, dueOn } = one.loan;
  const ofTheDay = (row: { programId: string; validFrom: string; validTo: string | null }) =>
    row.programId === programId && isInForce(row, disbursedOn);
  const terms = creditTermsRows.find(ofTheDay);
  if (!terms) return ["terms"];
  const rate = annualRateOn(terms, disbursedOn, creditTermsRows) ?? annualRatePercent;
  const found = annualRatePercent === rate ? [] : ["rate"];
  if (principal > (terms.maximumPrincipal ?? principal)) found.push("principal");
  const { maximumTermMonths: months } = terms;
  if (months !== null && dueOn > addMonths(disbursedOn, months)) found.push("term");
  const classes = eligibilityRuleRows.find((row) => row.rule === "HOUSEHOLD_CLASS" && ofTheDay(row))?.classes;
  if (classes && !classes.some((allowed) => allowed === classOf(one))) found.push("class");
  return found;
}

test.each(creditProgramRows)("no loan under $code contradicts the terms of its day", ({ id }) => {
  const loans = book.filter(({ loan }) => loan.programId === id);
  expect(loans.length).toBeGreaterThan(10);
  expect(loans.filter((loan) => contradictions(loan).length > 0)).toEqual([]);
});

test.each([
  ["POOR_HOUSEHOLDS", 6.6],
  ["NEAR_POOR_HOUSEHOLDS", 7.92],
  ["NEWLY_ESCAPED_HOUSEHOLDS", 8.25],
  ["JOB_CREATION", 7.92],
  ["CLEAN_WATER_AND_SANITATION", 9],
  ["SOCIAL_HOUSING_PURCHASE", 5.4],
] as const)(
  "until 2025 all loans under %s cost %d percent a year, and their interest is that",
  (program, rate) => {
    const loans = new Map(
      book.filter(({ loan }) => loan.programId === programIdOf(program)).map(({ loan }) => [loan.id, loan]),
    );
    const first = [...repaymentRows(book)].find(({ id, loanId }) => loans.has(loanId) && id.endsWith("-1"));
    const loan = loans.get(first?.loanId ?? "");
    const days = (Date.parse(first?.paidOn ?? "") - Date.parse(loan?.disbursedOn ?? "")) / 86_400_000;
    expect(new Set([...loans.values()].map(({ annualRatePercent }) => annualRatePercent))).toEqual(
      new Set([rate]),
    );
    if (first) expect(first.interest).toBe(Math.round(((loan?.principal ?? 0) * rate * days) / 36_500));
  },
);

test("clean water is lent for in the countryside only", () => {
  const loans = book.filter(({ loan }) => loan.programId === programIdOf("CLEAN_WATER_AND_SANITATION"));
  expect(
    loans.filter(({ loan }) => households.get(loan.householdId ?? "")?.locality.isUrban !== false),
  ).toEqual([]);
});
