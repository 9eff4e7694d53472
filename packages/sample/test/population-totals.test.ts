import { percent } from "@an-sinh/subgraph-kit/shares";
import { extremelyDifficultAreas } from "@an-sinh/sample/households/extremely-difficult-areas";
import { populationTotalRows } from "@an-sinh/sample/households/population-totals";
import { registerYears } from "@an-sinh/sample/population/population";
import { expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

const rows = populationTotalRows(samplePopulation);
const { householdTotals, localities } = samplePopulation;

test("12.31 % of the people of Quang Ninh belong to an ethnic minority in every year (F42)", () => {
  const here = new Set(
    localities.filter(({ formerProvinceCode }) => formerProvinceCode === "22").map(({ id }) => id),
  );
  for (const year of registerYears) {
    const ofYear = rows.filter((row) => row.year === year && here.has(row.localityId));
    const people = ofYear.reduce((sum, row) => sum + row.people, 0);
    const minority = ofYear.reduce((sum, row) => sum + row.ethnicMinorityPeople, 0);
    expect(percent(minority, people)).toBe(12.31);
  }
});

test("a locality has no more people and households of ethnic minorities than in all", () => {
  const households = new Map(
    householdTotals.flatMap(({ locality, households: ofYears }) =>
      registerYears.map((year, index) => [`${locality.id} ${year}`, ofYears[index] ?? 0]),
    ),
  );
  const wrong = rows.filter(
    (row) =>
      row.ethnicMinorityPeople > row.people ||
      row.ethnicMinorityHouseholds > (households.get(`${row.localityId} ${row.year}`) ?? -1),
  );
  expect(rows).toHaveLength(households.size);
  expect(wrong).toEqual([]);
});

test("which areas of Tan Son are in extreme difficulty is marked as made up, and half of them have left the list", () => {
  const areas = extremelyDifficultAreas(samplePopulation);
  expect(areas.filter(({ legalBasis }) => !legalBasis.includes("sample value"))).toEqual([]);
  expect(areas.filter(({ validTo }) => validTo !== null)).toHaveLength(areas.length / 2);
});
