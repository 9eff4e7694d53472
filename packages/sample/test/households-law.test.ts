import { povertyStandards } from "@an-sinh/sample/households/poverty-standards";
import {
  assistanceLevels,
  assistancePrograms,
  levelOn,
} from "@an-sinh/sample/households/programs/assistance-programs";
import { nationalPrograms } from "@an-sinh/sample/households/programs/capital";
import { memberAssistanceRows } from "@an-sinh/sample/households/programs/monthly-payments";
import { supportTopUps } from "@an-sinh/sample/households/programs/support-top-ups";
import { targetRows } from "@an-sinh/sample/households/programs/targets";
import { schoolMilkTerms } from "@an-sinh/sample/households/school-milk";
import { describe, expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

const bases = [
  ...povertyStandards,
  ...assistancePrograms,
  ...assistanceLevels,
  ...nationalPrograms,
  ...supportTopUps,
  ...schoolMilkTerms,
].map(({ legalBasis }) => legalBasis);

/** "Decree 07/2021/ND-CP", or a law. */
const namesAct = /\d\/\d{4}\/|Law on /;

test("a legal basis names an act by its number, or says which values are the sample's", () => {
  expect(bases.filter((basis) => !namesAct.test(basis) && !/sample value/i.test(basis))).toEqual([]);
});

test("what was published only as a range, or not at all, is called a sample value where it is read", () => {
  const districts = targetRows(1).filter(
    ({ unitId, toYear }) => /^2(2[78]|3\d|40)@0$/.test(unitId) && toYear === 2024,
  );
  expect(districts.length).toBe(13);
  for (const { legalBasis } of [...povertyStandards, ...supportTopUps, ...schoolMilkTerms, ...districts])
    expect(legalBasis).toMatch(/sample value/i);
});

test("the central standards follow each other day by day from 2016 to 2030", () => {
  const central = povertyStandards.filter(({ issuedById }) => issuedById === null);
  expect(
    central.map(({ id, reviewedFrom, validFrom, validTo }) => [id, reviewedFrom, validFrom, validTo]),
  ).toEqual([
    ["central-2016", null, "2016-01-01", "2021-12-31"],
    ["central-2022", "2021-09-01", "2022-01-01", "2026-12-31"],
    ["central-2027", "2026-09-01", "2027-01-01", "2030-12-31"],
  ]);
});

test.each([
  ["central-2016", 1_000_000, 1_300_000],
  ["central-2022", 1_500_000, 2_000_000],
  ["quang-ninh-2023", 2_100_000, 2_600_000],
  ["central-2027", 2_200_000, 2_800_000],
])("the income lines of %s are %d and %d", (id, rural, urban) => {
  expect(povertyStandards.find((standard) => standard.id === id)).toMatchObject({
    ruralIncomeLine: rural,
    urbanIncomeLine: urban,
  });
});

test.each([
  ["2019-07-01", 67_050],
  ["2023-06-30", 67_050],
  ["2023-07-01", 81_000],
  ["2024-07-01", 105_300],
  ["2026-06-30", 105_300],
  ["2026-07-01", 113_850],
])("on %s the health insurance premium, 4.5 %% of the base pay, is %d dong a month", (on, amount) => {
  const { monthlyAmount, legalBasis } = levelOn("HEALTH_INSURANCE_PREMIUM", on);
  expect(monthlyAmount).toBe(amount);
  expect(legalBasis).toMatch(/4\.5 % of the base pay a month \(Decree \d+\/20\d\d\/ND-CP\)/);
});

describe("the social pension (Decree 176/2025)", () => {
  test("is for people without a pension, from 75, or from 70 if poor or near-poor", () => {
    expect(assistanceLevels.filter(({ programCode }) => programCode === "SOCIAL_PENSION")).toMatchObject([
      { validFrom: "2025-07-01", minimumAge: 75, minimumAgeIfPoor: 70, isOnlyWithoutPension: true },
    ]);
  });

  test("begins on 2025-07-01, and so does Quang Ninh's multiple of it", () => {
    const topUp = supportTopUps.find(({ programCode }) => programCode === "SOCIAL_PENSION");
    expect(topUp).toMatchObject({ fromYear: 2025, beganOn: "2025-07-01" });
    const paid = [...memberAssistanceRows(samplePopulation)].filter(
      ({ programCode }) => programCode === "SOCIAL_PENSION",
    );
    expect(paid.length).toBeGreaterThan(100);
    expect(paid.filter(({ from }) => from < "2025-07-01")).toEqual([]);
  });
});
