import { centralStandard, povertyStandards } from "@an-sinh/sample/households/poverty-standards";
import { classificationsOf, reviewedHouseholds } from "@an-sinh/sample/households/reviewed-households";
import { registerYears } from "@an-sinh/sample/population/population";
import { describe, expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

test("a province's own income lines are not below the central ones", () => {
  for (const standard of povertyStandards.filter(({ issuedById }) => issuedById !== null)) {
    expect(standard.ruralIncomeLine).toBeGreaterThanOrEqual(centralStandard.ruralIncomeLine);
    expect(standard.urbanIncomeLine).toBeGreaterThanOrEqual(centralStandard.urbanIncomeLine);
  }
});

const reviewed = [...reviewedHouseholds(samplePopulation)].map((found) => ({
  ...found,
  classifications: classificationsOf(found),
}));

/** The ids of the households for which a check fails. */
const findWrong = (isWrong: (found: (typeof reviewed)[number]) => boolean) =>
  reviewed.filter(isWrong).map(({ household }) => household.id);

describe("the reviews", () => {
  test("are made from September to November and decided on in the first half of December", () => {
    const wrong = findWrong(({ reviews }) =>
      reviews.some(
        ({ year, reviewedOn, round }) =>
          !/^\d{4}-(09|10|11)-(0[1-9]|[12]\d|30)$/.test(reviewedOn) ||
          !reviewedOn.startsWith(String(year)) ||
          round.decidedOn < `${year}-12-01` ||
          round.decidedOn > `${year}-12-14`,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("give the class of each year's end by the standard that the province reports by", () => {
    const standardAt = (province: string, year: number) =>
      province === "01" && year >= 2022
        ? "ha-noi-2022"
        : province === "22" && year >= 2023
          ? "quang-ninh-2023"
          : "central-2022";
    const wrong = findWrong(({ household: { classAt, locality }, classifications: rows }) => {
      return registerYears.some((year) => {
        // The classes of the review of 2021 count from the first day of the standard.
        const day = year === 2021 ? "2022-01-01" : `${year}-12-31`;
        const inForce = rows.filter(
          ({ standardId, since, until }) =>
            standardId === standardAt(locality.formerProvinceCode, year) &&
            since <= day &&
            (until ?? day) >= day,
        );
        return inForce.map((row) => row.class).join() !== (classAt[year] ?? "");
      });
    });
    expect(wrong).toEqual([]);
  });

  test("find nobody in Quang Ninh poor by the central standard from the end of 2023 on", () => {
    const poorBy = (standard: string, day: string) =>
      reviewed.filter(
        ({ household, classifications: rows }) =>
          household.locality.formerProvinceCode === "22" &&
          rows.some(
            ({ standardId, class: kind, since, until }) =>
              standardId === standard && kind === "POOR" && since <= day && (until ?? day) >= day,
          ),
      ).length;
    const years = [2022, 2023, 2024, 2025].map((year) => `${year}-12-31`);
    expect(years.map((day) => poorBy("central-2022", day))).toEqual([258, 0, 0, 0]);
    expect(years.map((day) => poorBy("quang-ninh-2023", day))).toEqual([0, 210, 120, 36]);
  });

  test("give no class for the year in which the standard 2016–2020 still counted", () => {
    expect(
      findWrong(({ classifications }) => classifications.some(({ since }) => since < "2022-01-01")),
    ).toEqual([]);
  });

  test("leave a household one class at a time under each standard", () => {
    const wrong = findWrong(({ classifications: rows }) => {
      return rows.some((row, index) =>
        rows
          .slice(index + 1)
          .some(
            (later) =>
              later.standardId === row.standardId && (row.until === null || row.until >= later.since),
          ),
      );
    });
    expect(wrong).toEqual([]);
  });

  test("say under which standard the province reported, once each", () => {
    const wrong = findWrong(({ reviews, classifications }) =>
      reviews.some(
        (review) =>
          classifications
            .filter(({ reviewId, isReporting }) => reviewId === review.id && isReporting)
            .map((row) => row.class)
            .join() !== review.class,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
