import { housingSupportRows } from "@an-sinh/sample/housing-projects/supports";
import { allowanceRows } from "@an-sinh/sample/meritorious-service/allowances";
import { careBenefitRows } from "@an-sinh/sample/meritorious-service/care-benefits";
import { healthInsuranceCardRows } from "@an-sinh/sample/meritorious-service/health-insurance-cards";
import { housingGrantRows } from "@an-sinh/sample/meritorious-service/housing-grants";
import { recognize } from "@an-sinh/sample/meritorious-people/recognitions";
import { expect, test } from "vitest";
import { samplePopulation } from "./support/sample-population.js";

const recognitions = recognize(samplePopulation);
const records = new Map(recognitions.map(({ record }) => [record.id, record]));
const grants = [...housingGrantRows(samplePopulation)];

test("a family is granted a house once, for a living member recognized before, where it lives", () => {
  expect(new Set(grants.map(({ householdId }) => householdId)).size).toBe(grants.length);
  const wrong = grants.filter((grant) => {
    const record = records.get(grant.recordId);
    const isOfTheRecord = record?.personId === grant.personId && record.localityId === grant.localityId;
    return !isOfTheRecord || record.endedOn !== null || record.recognizedOn >= grant.grantedOn;
  });
  expect(wrong).toEqual([]);
});

test("a grant falls into the time of its decision, and its work ends after it", () => {
  const years = (code: string) =>
    new Set(
      grants.filter((grant) => grant.legalBasisCode === code).map(({ grantedOn }) => grantedOn.slice(0, 4)),
    );
  expect([...years("DECISION_22_2013")].toSorted()).toEqual([
    "2014",
    "2015",
    "2016",
    "2017",
    "2018",
    "2019",
    "2020",
  ]);
  expect([...years("DECISION_21_2024")].toSorted()).toEqual(["2024", "2025"]);
  const backwards = grants.filter(
    ({ grantedOn, completedOn }) => completedOn !== null && completedOn <= grantedOn,
  );
  expect(backwards).toEqual([]);
});

test("dozens of families have a grant under either decision and a support of the same program", () => {
  const codes = new Map(grants.map(({ householdId, legalBasisCode }) => [householdId, legalBasisCode]));
  const overlaps = new Map<string, number>();
  for (const { householdId, program } of housingSupportRows(samplePopulation)) {
    const key = `${program} ${codes.get(householdId) ?? "NO_GRANT"}`;
    overlaps.set(key, (overlaps.get(key) ?? 0) + 1);
  }
  for (const program of ["MERITORIOUS_HOUSING", "TEMPORARY_HOUSE_ELIMINATION", "GREAT_SOLIDARITY"]) {
    expect(overlaps.get(`${program} DECISION_22_2013`)).toBeGreaterThan(24);
    expect(overlaps.get(`${program} DECISION_21_2024`)).toBeGreaterThan(24);
  }
});

test("whoever was given convalescence or a gift could draw that amount on the first day", () => {
  const due = new Set(
    [...allowanceRows(recognitions)]
      .filter(({ oneOffAmount }) => oneOffAmount !== null)
      .map(({ recordId, kind, validFrom, oneOffAmount }) =>
        [recordId, kind, validFrom.slice(0, 4), oneOffAmount].join(" "),
      ),
  );
  const drawn = [...careBenefitRows(recognitions)].filter(({ kind }) => /^(GIFT|CONVALESCENCE)/.test(kind));
  const undue = drawn.filter(({ recordId, kind, year, amount }) => {
    const allowance = kind.startsWith("GIFT") ? "GIFT" : "CONVALESCENCE";
    return !due.has([recordId, allowance, year, amount].join(" "));
  });
  expect(drawn.length).toBeGreaterThan(10_000);
  expect(undue).toEqual([]);
});

test("nobody is insured from a day on which the record has ended or not begun", () => {
  const wrong = [...healthInsuranceCardRows(recognitions)].filter(({ recordId, validFrom, validTo }) => {
    const record = records.get(recordId);
    const hasEnded = typeof record?.endedOn === "string" && record.endedOn <= validFrom;
    return !record || hasEnded || record.recognizedOn > validFrom || validTo < validFrom;
  });
  expect(wrong).toEqual([]);
});

test("a funeral benefit is given for the dead alone, after their death", () => {
  const funerals = [...careBenefitRows(recognitions)].filter(({ kind }) => kind === "FUNERAL_BENEFIT");
  const wrong = funerals.filter(({ recordId, paidOn }) => {
    const record = records.get(recordId);
    return record?.status !== "DECEASED" || (record.endedOn ?? "9999") >= paidOn;
  });
  expect(funerals.length).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
});
