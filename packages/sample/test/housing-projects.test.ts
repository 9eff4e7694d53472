import { projectTargetRows, provinceTargetRows } from "@an-sinh/sample/housing-projects/completion-targets";
import { overlapRuleRows } from "@an-sinh/sample/housing-projects/overlap-rules";
import { housingGrantRows } from "@an-sinh/sample/meritorious-service/housing-grants";
import { judgeOverlaps } from "@an-sinh/housing-projects/support-overlap/judge-overlaps";
import { fundingShareRows, housingSupportRows } from "@an-sinh/sample/housing-projects/supports";
import { meritoriousHouseholds } from "@an-sinh/sample/meritorious-people/meritorious-households";
import { projectDrafts } from "@an-sinh/sample/housing-projects/project-drafts";
import { socialHousingApplicationRows } from "@an-sinh/sample/housing-projects/applications";
import { createPopulation } from "@an-sinh/sample/population/create-population";
import { describe, expect, test } from "vitest";
import { sum } from "../../../test/support/sum.js";
import { samplePopulation } from "./support/sample-population.js";

const population = samplePopulation;
const families = meritoriousHouseholds(population);
const drafts = projectDrafts(population);
const supports = [...housingSupportRows(population)];
const households = new Map(population.households.map((household) => [household.id, household]));

describe("housing supports", () => {
  test("the sources of each add up to its amount", () => {
    const paid = new Map<string, number>();
    for (const { supportId, amount } of fundingShareRows(supports)) {
      paid.set(supportId, (paid.get(supportId) ?? 0) + amount);
    }
    expect(supports.filter(({ id, amount }) => paid.get(id) !== amount)).toEqual([]);
  });

  test("no household has two of one program", () => {
    const pairs = new Set(supports.map(({ householdId, program }) => `${householdId} ${program}`));
    expect(pairs.size).toBe(supports.length);
  });

  test("each goes to a household of the sample, where that household lives", () => {
    const astray = supports.filter(
      ({ householdId, localityId }) => households.get(householdId)?.locality.id !== localityId,
    );
    expect(astray).toEqual([]);
  });

  test("meritorious housing goes to families with a meritorious member", () => {
    const meritorious = supports.filter(({ program }) => program === "MERITORIOUS_HOUSING");
    expect(meritorious.filter(({ householdId }) => !families.has(householdId))).toEqual([]);
  });

  test("none is completed before it is decided, or below the norm of its kind", () => {
    const norms: Readonly<Record<string, number>> = { NEW_BUILD: 60_000_000, REPAIR: 30_000_000 };
    const temporary = supports.filter(({ program }) => program === "TEMPORARY_HOUSE_ELIMINATION");
    expect(temporary.filter(({ kind, amount }) => amount < (norms[kind] ?? 0))).toEqual([]);
    expect(
      supports.filter(({ decidedOn, completedOn }) => completedOn !== null && completedOn < decidedOn),
    ).toEqual([]);
  });
});

describe("social housing projects", () => {
  test("no project completes more than it plans, or before it is approved", () => {
    const impossible = drafts.filter(
      ({ project, completions }) =>
        sum(completions.map(({ apartments }) => apartments)) > project.plannedApartments ||
        completions.some(({ completedOn }) => completedOn <= (project.approvedOn ?? "9999")),
    );
    expect(impossible).toEqual([]);
  });

  test("no two have the same name", () => {
    expect(new Set(drafts.map(({ project }) => project.name)).size).toBe(drafts.length);
  });

  test("the capacity of the 54 of the former Bac Ninh is about 231,000 people", () => {
    const approved = drafts.filter(
      ({ locality, project }) =>
        locality.formerProvinceCode === "27" &&
        project.approvedOn !== null &&
        project.approvedOn <= "2024-12-31",
    );
    expect(approved).toHaveLength(54);
    const capacity = sum(approved.map(({ project }) => project.plannedCapacityPeople));
    expect(Math.round(capacity / 1000)).toBe(231);
  });

  test("applicants are members of the household that they name, once each", () => {
    const applications = [...socialHousingApplicationRows(population, drafts)];
    expect(applications.length).toBeGreaterThan(2_000);
    expect(new Set(applications.map(({ personId }) => personId)).size).toBe(applications.length);
    const strangers = applications.filter(
      ({ householdId, personId }) =>
        !households.get(householdId ?? "")?.members.some(({ id }) => id === personId),
    );
    expect(strangers).toEqual([]);
  });
});

describe("overlapping supports", () => {
  test.each(["STACK", "HIGHER_OF", "EXCLUDE"])("there are a few dozen of the verdict %s", (verdict) => {
    const overlaps = [...housingGrantRows(population)].flatMap((grant) => {
      const ofHousehold = supports.filter(({ householdId }) => householdId === grant.householdId);
      return judgeOverlaps(ofHousehold, [grant], [...overlapRuleRows()]);
    });
    expect(overlaps.filter((overlap) => overlap.verdict === verdict).length).toBeGreaterThan(24);
  });
});

describe("completion targets", () => {
  const targets = projectTargetRows(drafts, population.seed);

  test("a province's target is the sum of its projects', on the boundaries of the year", () => {
    const provinces = provinceTargetRows(drafts, targets);
    for (const year of [2021, 2022, 2023, 2024, 2025, 2026]) {
      const inYear = ({ year: other }: { year: number }) => other === year;
      expect(sum(provinces.filter(inYear).map(({ apartments }) => apartments))).toBe(
        sum(targets.filter(inYear).map(({ apartments }) => apartments)),
      );
    }
    const ofBacNinh = (unitId: string) => provinces.filter((row) => row.unitId === unitId);
    expect(ofBacNinh("27@0").every(({ year }) => year <= 2024)).toBe(true);
    expect(ofBacNinh("24@2025-07-01").every(({ year }) => year >= 2025)).toBe(true);
  });

  test("no project is to complete more than it plans in a year", () => {
    const planned = new Map(drafts.map(({ project }) => [project.id, project.plannedApartments]));
    expect(targets.filter(({ projectId, apartments }) => apartments > (planned.get(projectId) ?? 0))).toEqual(
      [],
    );
  });
});

test("the same population gives the same rows", () => {
  const again = createPopulation();
  expect(projectDrafts(again).map(({ project }) => project)).toEqual(drafts.map(({ project }) => project));
  expect([...housingSupportRows(again)]).toEqual(supports);
});
