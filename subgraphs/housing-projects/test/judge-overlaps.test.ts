import type { HousingGrant } from "@an-sinh/housing-projects/external/housing-grant.stub";
import type { HousingSupportEntity } from "@an-sinh/housing-projects/housing-support/housing-support.entity";
import { judgeOverlaps } from "@an-sinh/housing-projects/support-overlap/judge-overlaps";
import type { OverlapRuleEntity } from "@an-sinh/housing-projects/support-overlap/overlap-rule.entity";
import { expect, test } from "vitest";

const rule = (given: Partial<OverlapRuleEntity>): OverlapRuleEntity => ({
  id: "rule",
  firstScheme: "DECISION_22_2013",
  secondScheme: "TEMPORARY_HOUSE_ELIMINATION",
  verdict: "EXCLUDE",
  legalBasis: "Decision",
  explanation: "One excludes the other.",
  validFrom: "2024-12-01",
  validTo: null,
  ...given,
});

const support = (given: Partial<HousingSupportEntity>): HousingSupportEntity => ({
  id: "s1",
  householdId: "h1",
  localityId: "here",
  program: "TEMPORARY_HOUSE_ELIMINATION",
  kind: "NEW_BUILD",
  amount: 60,
  decisionNumber: null,
  decidedOn: "2025-01-01",
  completedOn: null,
  ...given,
});

const grant = (given: Partial<HousingGrant>): HousingGrant => ({
  id: "g1",
  legalBasisCode: "DECISION_22_2013",
  kind: "REPAIR",
  amount: 20,
  grantedOn: "2015-01-01",
  ...given,
});

test("building and repairing a house are one need; a sanitary facility is another", () => {
  expect(judgeOverlaps([support({})], [grant({})], [])).toHaveLength(1);
  expect(judgeOverlaps([support({ kind: "SANITARY_FACILITY" })], [grant({})], [])).toEqual([]);
});

test("one support alone is no overlap, and three are three", () => {
  expect(judgeOverlaps([support({})], [], [])).toEqual([]);
  const second = support({ id: "s2", program: "GREAT_SOLIDARITY" });
  expect(judgeOverlaps([support({}), second], [grant({})], [])).toHaveLength(3);
});

test("under exclusion what the first scheme paid stays due, whichever came first", () => {
  const grantFirst = judgeOverlaps([support({})], [grant({})], [rule({})]);
  const supportFirst = judgeOverlaps([support({})], [grant({ grantedOn: "2025-06-01" })], [rule({})]);
  for (const [overlap] of [grantFirst, supportFirst]) {
    expect(overlap).toMatchObject({
      verdict: "EXCLUDE",
      amountReceived: 80,
      amountDue: 20,
      amountExcess: 60,
    });
  }
});

test("a rule judges the pairs whose later decision it was in force for", () => {
  const [before] = judgeOverlaps([support({ decidedOn: "2024-11-30" })], [grant({})], [rule({})]);
  expect(before).toMatchObject({ verdict: "STACK", legalBasis: null, amountExcess: 0 });
  const later = rule({ id: "later", verdict: "HIGHER_OF", validFrom: "2026-01-01" });
  const until2025 = rule({ validTo: "2025-12-31" });
  const [after] = judgeOverlaps([support({ decidedOn: "2026-01-01" })], [grant({})], [later, until2025]);
  expect(after).toMatchObject({ verdict: "HIGHER_OF", amountDue: 60, amountExcess: 20 });
});

test("supports and grants are listed with the earlier decision first", () => {
  const earlier = support({ id: "s0", program: "GREAT_SOLIDARITY", decidedOn: "2022-01-01" });
  const [overlap] = judgeOverlaps([support({}), earlier], [], []);
  expect(overlap?.supports.map(({ id }) => id)).toEqual(["s0", "s1"]);
});
