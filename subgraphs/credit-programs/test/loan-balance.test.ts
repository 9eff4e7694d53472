import { outstandingOn, yearEndsOf } from "@an-sinh/credit-programs/loan-balance/loan-balance";
import { expect, test } from "vitest";
import { loan } from "./support/rows.js";

const repayments = [
  { paidOn: "2024-12-31", principal: 30 },
  { paidOn: "2025-01-01", principal: 20 },
];

const lent = loan({ principal: 100, disbursedOn: "2023-05-01", dueOn: "2024-12-31" }, 0);
const amounts = (rows: ReturnType<typeof yearEndsOf>) =>
  rows.map(({ year, outstanding, overdue, status }) => [year, outstanding, overdue, status]);

test.each([
  ["2024-12-30", 100],
  ["2024-12-31", 70],
  ["2025-01-01", 50],
])("what is outstanding at the end of %s is the principal less what was repaid: %i", (day, outstanding) => {
  expect(outstandingOn(lent, repayments, day)).toBe(outstanding);
});

test("what was written off is outstanding until the day of the bank's figures", () => {
  const writtenOff = { ...lent, writtenOff: 40, balanceOn: "2025-06-30" };
  expect(outstandingOn(writtenOff, repayments, "2025-06-29")).toBe(50);
  expect(outstandingOn(writtenOff, repayments, "2025-06-30")).toBe(10);
});

test("more cannot be paid back than was lent", () => {
  const tooMuch = [...repayments, { paidOn: "2025-02-01", principal: 51 }];
  expect(() => outstandingOn(lent, tooMuch, "2025-02-01")).toThrow(
    "Loan l1: expected repayments of at most 100 dong by 2025-02-01, but got: 101.",
  );
});

test("a loan has a balance for each year from its disbursement to the bank's figures", () => {
  expect(amounts(yearEndsOf(lent, repayments, []))).toEqual([
    [2023, 100, 0, "CURRENT"],
    [2024, 70, 70, "OVERDUE"],
    [2025, 50, 0, "CURRENT"],
  ]);
  const earlier = { ...lent, balanceOn: "2024-12-30" };
  expect(amounts(yearEndsOf(earlier, repayments, []))).toEqual([[2023, 100, 0, "CURRENT"]]);
});

test("on the day of the bank's figures the loan itself says what is overdue, and the status", () => {
  const figures = { ...lent, overdue: 15, status: "PARTLY_OVERDUE" } as const;
  expect(amounts(yearEndsOf(figures, repayments, [])).at(-1)).toEqual([2025, 50, 15, "PARTLY_OVERDUE"]);
});

test("what the bank reported of a year is kept, with no more overdue than outstanding", () => {
  const [year2023, year2024] = yearEndsOf(lent, repayments, []);
  if (!year2023 || !year2024) throw new Error("Expected two balances.");
  const reported = [{ ...year2024, outstanding: 100, overdue: 90, status: "FROZEN" as const }];
  expect(amounts(yearEndsOf(lent, repayments, reported))[1]).toEqual([2024, 70, 70, "FROZEN"]);
});

test("a year in which nothing is outstanding has no balance", () => {
  const repaid = [{ paidOn: "2024-02-01", principal: 100 }];
  expect(amounts(yearEndsOf(lent, repaid, []))).toEqual([[2023, 100, 0, "CURRENT"]]);
});

test("a balance repeats of its loan what statistics count by", () => {
  const given = { ...lent, savingsGroupId: "g1", entrustedOrganization: "YOUTH_UNION" as const };
  const [balance] = yearEndsOf(given, [], []);
  expect(balance).toMatchObject({
    loanId: "l1",
    programId: "POOR_HOUSEHOLDS",
    householdId: "household",
    borrowerKey: "person",
    localityId: "here",
    savingsGroupId: "g1",
    entrustedOrganization: "YOUTH_UNION",
    transactionOfficeId: "office",
  });
});
