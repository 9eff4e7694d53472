import { anonymous } from "@an-sinh/server/caller";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerOf } from "../../../test/support/callers.js";
import type { DepartmentGraph } from "../../../test/support/department-graph.js";
import { numbersThatFollow } from "../../../test/support/follows.js";
import { ask, type Answer, type Answers, type OfProgram } from "./support/credit-answers.js";
import { lentSince, owedIn, toldOf } from "./support/credit-sums.js";
import {
  housingPackage,
  provinces,
  startWithLoans,
  unitIds,
  units,
  years,
} from "./support/generated-loans.js";

let graph: DepartmentGraph;
let known: Answers;
let shown: Answers;
beforeAll(async () => {
  graph = await startWithLoans();
  known = await ask(graph, unitIds);
  shown = await ask(graph.as(anonymous), unitIds);
});
afterAll(() => graph.close());

const answersOf = (answers: Answers, ids: readonly string[] = unitIds): Answer[] =>
  ids.flatMap((id) => [...(answers.get(id)?.values() ?? [])]);
const answerOf = (unitId: string, year: number) => shown.get(unitId)?.get(year) as Answer;

/** All numbers that count people or loans. Those of the package's program have companies in them. */
function countsIn({ credit, debts, housingPackage: { buyers }, until }: Answer): (number | null)[] {
  const isPolicy = ({ program }: OfProgram) => program.id !== housingPackage;
  const lists = [debts.byStatus, debts.byEntrustedOrganization, debts.byTransactionOffice];
  return [
    credit.borrowingHouseholds,
    buyers.loans,
    ...credit.programs.flatMap(({ households }) => households),
    ...credit.programs.filter(isPolicy).flatMap((program) => [program.borrowers, program.disbursedLoans]),
    ...[debts.total, ...lists.flat()].flatMap(({ loans, households }) => [loans, households]),
    ...debts.byTransactionOffice.flatMap(({ transactionOffice }) => transactionOffice.debts.loans),
    ...until.flatMap(({ programs }) => programs.filter(isPolicy).map(({ loans }) => loans)),
  ];
}

describe("asked by nobody who signed in", () => {
  test("some numbers are withheld and some are shown, but none from 1 to 4", () => {
    const counts = answersOf(shown).flatMap(countsIn);
    expect(counts.filter((count) => count === null).length).toBeGreaterThan(1_000);
    expect(counts.filter((count) => count !== null && count >= 5).length).toBeGreaterThan(1_000);
    expect(counts.filter((count) => count !== null && count > 0 && count < 5)).toEqual([]);
    expect(answersOf(known).flatMap(countsIn)).toContain(3);
  });

  test("what is shown is right", () => {
    const numbers = (answers: Answers) =>
      answersOf(answers).map(({ credit, debts }) => ({ ...credit, programs: null, ...debts.total }));
    const right = numbers(known);
    const wrong = numbers(shown).flatMap((answer, index) =>
      Object.entries(answer).filter(
        ([name, value]) =>
          typeof value === "number" && value !== (right[index] as Readonly<Record<string, unknown>>)[name],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(years)("nothing withheld of what is owed at the end of %i follows from what is shown", (year) => {
    const follow = provinces.flatMap((province) =>
      numbersThatFollow(toldOf(province, (unitId) => owedIn(answerOf(unitId, year)))),
    );
    expect(follow).toEqual([]);
  });

  test("nothing withheld of what was lent in any years follows from what is shown", () => {
    const follow = provinces.flatMap((province) =>
      numbersThatFollow(
        toldOf(province, (unitId) => years.flatMap((year) => lentSince(year, answerOf(unitId, year)))),
      ),
    );
    expect(follow).toEqual([]);
  });

  test("loans to buyers until two years do not differ by few", () => {
    const few = unitIds.filter((unitId) => {
      const until = years.flatMap((year) => answerOf(unitId, year).housingPackage.buyers.loans ?? []);
      return until.some((later) => until.some((earlier) => later > earlier && later - earlier < 5));
    });
    expect(few).toEqual([]);
  });
});

test("an official sees all of the own unit, and of others what everyone sees", async () => {
  const own = "p0 old province 0";
  const isOwn = (unitId: string) => (units[unitId] ?? []).every((locality) => units[own]?.includes(locality));
  const others = unitIds.filter((unitId) => !isOwn(unitId));
  const asked = [own, ...others];
  const seen = await ask(graph.as(callerOf("credit-officer", own)), asked);
  expect(answersOf(seen, [own])).not.toEqual(answersOf(shown, [own]));
  const withoutOffices = (answers: Answer[]) =>
    answers.map(({ debts, ...answer }) => ({ ...answer, ...debts, byTransactionOffice: null }));
  expect(withoutOffices(answersOf(seen, [own]))).toEqual(withoutOffices(answersOf(known, [own])));
  expect(answersOf(seen, others)).toEqual(answersOf(shown, others));
  const withoutScope = await ask(graph.as(callerOf("commune-officer", own)), [own]);
  expect(answersOf(withoutScope, [own])).toEqual(answersOf(shown, [own]));
});
